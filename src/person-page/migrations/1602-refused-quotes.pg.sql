-- A quote taken out is something taken back, with a receipt and those told who had taken it out of the program; which one it was, while it is there.
alter table withdrawals add column highlight_id uuid references highlights (id) on delete set null;
create index withdrawals_by_highlight on withdrawals (highlight_id) where highlight_id is not null;
