-- Words of consent in events that are not understood are told by their names too.
alter table left_out_properties drop constraint left_out_properties_why_check;
alter table left_out_properties add constraint left_out_properties_why_check check (why in ('special', 'erased', 'unread'));
