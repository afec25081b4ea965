-- What somebody who is being erased was called, sealed with the installation's key, so that it is found in what is kept of others. Emptied when that is done.
alter table requests add column names text;
