package broadsheet.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import broadsheet.model.Facts;
import broadsheet.publish.PageSource;
import broadsheet.publish.SourceItem;
import broadsheet.publish.SourcePage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/**
 * Pages and feeds as no server should send them: each an original with one to three damages. The same seed makes the same
 * ones.
 *
 * @param originals what is damaged
 * @param count how many to make
 * @param seed of all randomness
 */
record MalformedPages(List<SourcePage> originals, int count, long seed) implements PageSource {

    private static final int LARGEST = 4 << 20;

    private static final List<String> NESTING = List.of(
            "<div>",
            "<table><tr><td>",
            "<b><p><i>",
            "<ul><li>",
            "<svg><math>",
            "<a href=x>",
            "<!--",
            "{\"a\":",
            "[",
            "<item><description>",
            "<![CDATA[",
            "<script type=application/ld+json>[{\"@graph\":[");

    /** What makes a careless pattern go back and forth. */
    private static final List<String> MONOTONY = List.of(
            " ", "a", "1", "-", "\"", "\n", "&amp;", "&#x1F600;", "a,", "by ", "1:", ". ", "\u00a0", "<", "/", "\\");

    private static final List<String> TYPES = List.of(
            "text/html; charset=utf-16",
            "text/html; charset=x-user-defined",
            "application/rss+xml",
            "application/json",
            "application/feed+json; charset=\"",
            "application/warc",
            "text/plain; charset=ibm037",
            "image/png",
            "multipart/mixed; boundary=" + "-".repeat(3000),
            "\u0000;;;=");

    private static final List<String> CHARSETS = List.of(
            "UTF-16LE", "UTF-16BE", "UTF-32", "IBM037", "Shift_JIS", "ISO-2022-JP", "windows-1252", "GB18030", "Big5");

    @Override
    public void read(Consumer<SourceItem> found) {
        Random random = new Random(seed);
        for (int number = 0; number < count; number++) {
            found.accept(new SourceItem.Page(next(number, random)));
        }
    }

    private SourcePage next(int number, Random random) {
        SourcePage original = any(originals, random);
        byte[] bytes = original.value();
        Map<String, String> facts = new HashMap<>(original.facts());
        facts.put(Facts.URL, "https://www.paper" + number % 97 + ".example/story/" + number);
        StringBuilder name = new StringBuilder("seed " + seed + ", page " + number + ", " + original.name());
        for (int damages = 1 + random.nextInt(3); damages > 0; damages--) {
            Damage damage = any(List.of(Damage.values()), random);
            name.append(", ").append(damage);
            bytes = damage == Damage.LYING_FACTS ? lie(bytes, facts, random) : apply(damage, bytes, random);
            bytes = bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes;
        }
        return new SourcePage(name.toString(), bytes, facts);
    }

    private enum Damage {
        FLIPPED_BITS,
        TRUNCATED,
        SPLICED,
        REPEATED,
        LYING_FACTS,
        NESTED,
        HUGE_ATTRIBUTE,
        MANY_ATTRIBUTES,
        MONOTONOUS,
        ODD_ENCODING,
        WRAPPED
    }

    private byte[] apply(Damage damage, byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        return switch (damage) {
            case FLIPPED_BITS -> flipped(bytes, random);
            case TRUNCATED -> Arrays.copyOf(bytes, at);
            case SPLICED -> spliced(bytes, any(originals, random).value(), random);
            case REPEATED -> repeated(bytes, at, random);
            case NESTED -> inserted(bytes, at, any(NESTING, random).repeat(1 + random.nextInt(20_000)));
            case HUGE_ATTRIBUTE -> inserted(bytes, at, hugeAttribute(random));
            case MANY_ATTRIBUTES -> inserted(bytes, at, manyAttributes(random));
            case MONOTONOUS -> inserted(bytes, at, any(MONOTONY, random).repeat(1 + random.nextInt(100_000)));
            case ODD_ENCODING -> new String(bytes, UTF_8).getBytes(Charset.forName(any(CHARSETS, random)));
            case WRAPPED -> wrapped(bytes, random);
            case LYING_FACTS -> bytes;
        };
    }

    private static byte[] lie(byte[] bytes, Map<String, String> facts, Random random) {
        facts.put(Facts.CONTENT_TYPE, any(TYPES, random));
        facts.put(
                Facts.FETCHED_AT,
                any(List.of("yesterday", "0000-00-00T00:00:00Z", "+999999999-12-31T23:59:59Z"), random));
        facts.put(Facts.HTTP_STATUS, any(List.of("200", "-1", "99999999999", "two hundred"), random));
        facts.put(Facts.FEED_PUBLISHED, any(List.of("Mon, 99 Foo 2026", "1".repeat(5000)), random));
        facts.put(Facts.FEED_TITLE, any(MONOTONY, random).repeat(random.nextInt(50_000)));
        facts.put(
                Facts.URL,
                any(
                        List.of(
                                "https://[::1",
                                "https://" + "a.".repeat(1500) + "example/",
                                "http://x/%zz?" + "a=b&".repeat(900)),
                        random));
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        for (int flips = random.nextInt(300); flips > 0 && copy.length > 0; flips--) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private static byte[] spliced(byte[] head, byte[] tail, Random random) {
        int to = random.nextInt(head.length + 1);
        return joined(Arrays.copyOf(head, to), Arrays.copyOfRange(tail, random.nextInt(tail.length + 1), tail.length));
    }

    private static byte[] repeated(byte[] bytes, int at, Random random) {
        byte[] stretch = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(2_000)));
        var repeated = new ByteArrayOutputStream();
        for (int times = random.nextInt(500); times > 0; times--) {
            repeated.writeBytes(stretch);
        }
        return joined(Arrays.copyOf(bytes, at), repeated.toByteArray(), Arrays.copyOfRange(bytes, at, bytes.length));
    }

    private static byte[] inserted(byte[] bytes, int at, String text) {
        return joined(Arrays.copyOf(bytes, at), text.getBytes(UTF_8), Arrays.copyOfRange(bytes, at, bytes.length));
    }

    private static String hugeAttribute(Random random) {
        List<String> tags = List.of("meta", "div", "section", "a", "time", "p");
        List<String> names = List.of("class", "id", "content", "href", "datetime", "style");
        return "<" + any(tags, random) + " " + any(names, random) + "='"
                + any(MONOTONY, random).repeat(1 + random.nextInt(300_000)) + "'>";
    }

    private static String manyAttributes(Random random) {
        StringBuilder tag = new StringBuilder("<p");
        for (int i = random.nextInt(20_000); i > 0; i--) {
            tag.append(" a").append(i).append("=1");
        }
        return tag + ">";
    }

    /** Wrapped as a client might, but with a length that lies, or cut off. */
    private static byte[] wrapped(byte[] bytes, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> gzip(bytes);
            case 1 -> Arrays.copyOf(gzip(bytes), 10 + random.nextInt(bytes.length / 4 + 1));
            case 2 -> joined(warcHead(random), bytes);
            default -> envelope(bytes, random);
        };
    }

    private static byte[] warcHead(Random random) {
        return ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/w\r\n"
                        + "Content-Type: application/http;msgtype=response\r\nContent-Length: " + random.nextInt()
                        + "\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + random.nextLong()
                        + "\r\n\r\n")
                .getBytes(UTF_8);
    }

    private static byte[] envelope(byte[] bytes, Random random) {
        String text = new String(bytes, ISO_8859_1).replace("\\", "\\\\").replace("\"", "\\\"");
        String field = any(List.of("body", "bodyBase64", "headers", "body_text"), random);
        return ("{\"url\":\"https://courier.example/e\",\"httpStatus\":\"x\",\"" + field + "\":\"" + text + "\"}")
                .getBytes(UTF_8);
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static <T> T any(List<T> choice, Random random) {
        return choice.get(random.nextInt(choice.size()));
    }
}
