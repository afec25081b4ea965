-- When words of somebody who took their permission back, or was erased, were taken out of what stands with a code; null: never.
alter table codes add column words_taken_out_at timestamptz;
