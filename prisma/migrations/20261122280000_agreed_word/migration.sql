-- A worker agrees another word with a young person than the one that was proposed, as long as nobody has opened the link.
GRANT UPDATE ("check_word") ON "consent_request" TO greenroom_app;
