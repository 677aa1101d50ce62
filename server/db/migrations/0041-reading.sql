-- Whether pictures and emoji that move do so by themselves.
ALTER TABLE members ADD COLUMN autoplay_gifs INTEGER NOT NULL DEFAULT 0;
