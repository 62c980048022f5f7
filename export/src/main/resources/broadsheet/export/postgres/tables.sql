-- What broadsheet export postgres makes where it finds nothing: PostgreSQL 12 or later. Fields and their meaning are those of
-- docs/contract.md; offsets of mentions count code points, as SQL does: substr(body, from_character + 1, to_character -
-- from_character) is the mention's text.

-- How the words of a language are taken apart; others are taken as they stand.
CREATE FUNCTION text_search_of(language text) RETURNS regconfig IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
    SELECT CASE split_part(language, '-', 1)
        WHEN 'ar' THEN 'pg_catalog.arabic'::regconfig
        WHEN 'da' THEN 'pg_catalog.danish'::regconfig
        WHEN 'de' THEN 'pg_catalog.german'::regconfig
        WHEN 'el' THEN 'pg_catalog.greek'::regconfig
        WHEN 'en' THEN 'pg_catalog.english'::regconfig
        WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
        WHEN 'fi' THEN 'pg_catalog.finnish'::regconfig
        WHEN 'fr' THEN 'pg_catalog.french'::regconfig
        WHEN 'hu' THEN 'pg_catalog.hungarian'::regconfig
        WHEN 'id' THEN 'pg_catalog.indonesian'::regconfig
        WHEN 'it' THEN 'pg_catalog.italian'::regconfig
        WHEN 'nl' THEN 'pg_catalog.dutch'::regconfig
        WHEN 'no' THEN 'pg_catalog.norwegian'::regconfig
        WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
        WHEN 'ro' THEN 'pg_catalog.romanian'::regconfig
        WHEN 'ru' THEN 'pg_catalog.russian'::regconfig
        WHEN 'sv' THEN 'pg_catalog.swedish'::regconfig
        WHEN 'tr' THEN 'pg_catalog.turkish'::regconfig
        ELSE 'pg_catalog.simple'::regconfig
    END
$$;

-- Originals: each story once.
CREATE TABLE articles (
    id text PRIMARY KEY,
    url text,
    canonical_url text,
    domain text,
    source text,
    headline text NOT NULL,
    authors text[] NOT NULL,
    published_at timestamptz,
    modified_at timestamptz,
    fetched_at timestamptz NOT NULL,
    language text NOT NULL,
    section text,
    keywords text[] NOT NULL,
    image text,
    description text,
    body text NOT NULL,
    word_count integer NOT NULL,
    accessible_for_free boolean,
    confidence double precision NOT NULL,
    provenance jsonb NOT NULL,
    annotated text[] NOT NULL,
    version integer NOT NULL,
    change text NOT NULL,
    substantive boolean NOT NULL,
    changed_fields text[] NOT NULL,
    first_published timestamptz NOT NULL,
    -- Which reading of the topics has found it last.
    reading integer NOT NULL,
    -- As much of the body as a tsvector is sure to hold.
    search tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector(text_search_of(language), headline), 'A')
        || to_tsvector(text_search_of(language), left(body, 100000))
    ) STORED
);

-- Copies, each of an original (copy_of is its id in articles); what they are annotated with is JSON.
CREATE TABLE copies (
    id text PRIMARY KEY,
    url text,
    canonical_url text,
    domain text,
    source text,
    headline text NOT NULL,
    authors text[] NOT NULL,
    published_at timestamptz,
    modified_at timestamptz,
    fetched_at timestamptz NOT NULL,
    language text NOT NULL,
    section text,
    keywords text[] NOT NULL,
    image text,
    description text,
    body text NOT NULL,
    word_count integer NOT NULL,
    accessible_for_free boolean,
    confidence double precision NOT NULL,
    provenance jsonb NOT NULL,
    annotated text[] NOT NULL,
    version integer NOT NULL,
    change text NOT NULL,
    substantive boolean NOT NULL,
    changed_fields text[] NOT NULL,
    first_published timestamptz NOT NULL,
    copy_of text,
    copy_kind text,
    copy_similarity double precision,
    copy_method text,
    copy_fuller boolean,
    sections jsonb NOT NULL,
    entities jsonb NOT NULL,
    history jsonb NOT NULL,
    reading integer NOT NULL
);

-- Of an article, by their salience: number 1 is the most salient.
CREATE TABLE entities (
    article_id text NOT NULL,
    number integer NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    salience double precision NOT NULL,
    link_scheme text,
    link_id text,
    link_name text,
    latitude double precision,
    longitude double precision,
    PRIMARY KEY (article_id, number)
);

CREATE TABLE mentions (
    article_id text NOT NULL,
    entity integer NOT NULL,
    from_character integer NOT NULL,
    to_character integer NOT NULL,
    text text NOT NULL
);

CREATE TABLE sections (
    article_id text NOT NULL,
    media_topic text NOT NULL,
    name text NOT NULL,
    confidence double precision NOT NULL,
    origin text NOT NULL
);

CREATE TABLE versions (
    article_id text NOT NULL,
    at timestamptz NOT NULL,
    content_hash text NOT NULL
);

-- The copies that correct an article or bring it up to date.
CREATE TABLE amendments (
    article_id text NOT NULL,
    copy_id text NOT NULL,
    kind text NOT NULL
);

CREATE INDEX mentions_article ON mentions (article_id);
CREATE INDEX sections_article ON sections (article_id);
CREATE INDEX versions_article ON versions (article_id);
CREATE INDEX amendments_article ON amendments (article_id);

-- How far the export has come; one row, written in the transaction that carries the articles.
CREATE TABLE export_bookmark (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    bookmark jsonb NOT NULL
);
