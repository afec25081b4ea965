-- The name of a word of consent that is not understood is told where it looks like the name of a category; an address or a number may be somebody's.
delete from left_out_properties where why = 'unread'
  and (name ~ '@' or length(name) > 40 or length(regexp_replace(name, '[^0-9]', '', 'g')) > 4);
