-- What a code stands for where what was said is read as ladders (what a thing is, what it brings, why that matters) or as a switch
-- (what pushes away, what pulls, what worries, what holds back). Most codes are neither.
alter table codes
  add column level text check (level in ('attribute', 'consequence', 'value')),
  add column force text check (force in ('push', 'pull', 'anxiety', 'habit'));
