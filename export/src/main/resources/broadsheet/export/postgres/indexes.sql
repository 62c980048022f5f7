-- What makes questions quick; made when the first articles are all there, which is quicker.
CREATE INDEX IF NOT EXISTS articles_search ON articles USING gin (search);
CREATE INDEX IF NOT EXISTS articles_published_at ON articles (published_at);
CREATE INDEX IF NOT EXISTS articles_domain ON articles (domain);
CREATE INDEX IF NOT EXISTS copies_copy_of ON copies (copy_of);
CREATE INDEX IF NOT EXISTS entities_name ON entities (name);
CREATE INDEX IF NOT EXISTS sections_media_topic ON sections (media_topic);
ANALYZE articles, copies, entities, mentions, sections, versions, amendments;
