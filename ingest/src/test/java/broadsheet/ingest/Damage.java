package broadsheet.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What can befall a page between its author and us. Any damage may follow any other. */
enum Damage {
    CHANGED {
        @Override
        byte[] to(byte[] page, byte[] other, Random random) {
            byte[] copy = page.clone();
            for (int i = random.nextInt(300); i > 0 && copy.length > 0; i--) {
                copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
            }
            return copy;
        }
    },
    CUT {
        @Override
        byte[] to(byte[] page, byte[] other, Random random) {
            return Arrays.copyOf(page, random.nextInt(page.length + 1));
        }
    },
    LOST {
        @Override
        byte[] to(byte[] page, byte[] other, Random random) {
            int at = random.nextInt(page.length + 1);
            return joined(Arrays.copyOf(page, at), rest(page, at + random.nextInt(1 + (page.length - at) / 4)));
        }
    },
    REPEATED {
        @Override
        byte[] to(byte[] page, byte[] other, Random random) {
            int at = random.nextInt(page.length + 1);
            byte[] stretch = Arrays.copyOfRange(page, at, Math.min(page.length, at + 1 + random.nextInt(4_000)));
            return joined(Arrays.copyOf(page, at), times(stretch, random.nextInt(500)), rest(page, at));
        }
    },
    SPLICED {
        @Override
        byte[] to(byte[] page, byte[] other, Random random) {
            return joined(
                    Arrays.copyOf(page, random.nextInt(page.length + 1)),
                    rest(other, random.nextInt(other.length + 1)));
        }
    },
    NESTED {
        @Override
        byte[] to(byte[] page, byte[] other, Random random) {
            return inserted(page, any(OPENERS, random).repeat(1 + random.nextInt(20_000)), random);
        }
    },
    MONOTONOUS {
        @Override
        byte[] to(byte[] page, byte[] other, Random random) {
            return inserted(page, any(MONOTONY, random).repeat(1 + random.nextInt(100_000)), random);
        }
    },
    HUGE_ATTRIBUTE {
        @Override
        byte[] to(byte[] page, byte[] other, Random random) {
            String value = any(MONOTONY, random).repeat(1 + random.nextInt(300_000));
            return inserted(page, "<meta " + any(ATTRIBUTES, random) + "='" + value + "'>", random);
        }
    },
    MANY_ATTRIBUTES {
        @Override
        byte[] to(byte[] page, byte[] other, Random random) {
            var tag = new StringBuilder("<p");
            for (int i = random.nextInt(20_000); i > 0; i--) {
                tag.append(" a").append(i).append("=1");
            }
            return inserted(page, tag + ">", random);
        }
    },
    IN_ANOTHER_ENCODING {
        @Override
        byte[] to(byte[] page, byte[] other, Random random) {
            return new String(page, UTF_8).getBytes(Charset.forName(any(CHARSETS, random)));
        }
    };

    /** Pages grow with each damage; larger ones are cut, so that a run ends. */
    private static final int LARGEST = 4 << 20;

    private static final List<String> OPENERS = List.of(
            "<div>",
            "<table><tr><td>",
            "<b><p><i>",
            "<ul><li>",
            "<svg><math>",
            "<a href=x>",
            "<p>",
            "<!--",
            "<![CDATA[",
            "<div class=related><p>Text, with a stop.",
            "<script type=application/ld+json>[{\"@graph\":[");

    /** What makes a careless pattern go back and forth. */
    private static final List<String> MONOTONY = List.of(
            " ",
            "a",
            "1",
            "-",
            "\"",
            "\n",
            "&amp;",
            "&#x1F600;",
            "a,",
            "by ",
            "1:",
            ". ",
            "\u00a0",
            "<",
            "/",
            "\\",
            "May ",
            "20 ",
            "https://x.example/");

    private static final List<String> ATTRIBUTES =
            List.of("class", "id", "href", "datetime", "style", "name=author content", "property=og:title content");

    private static final List<String> CHARSETS =
            List.of("UTF-16LE", "UTF-16BE", "UTF-32", "Shift_JIS", "ISO-2022-JP", "windows-1252", "GB18030", "Big5");

    /**
     * The page with this damage.
     *
     * @param other a page that a stretch may come from
     */
    abstract byte[] to(byte[] page, byte[] other, Random random);

    /** One of the pages with one to four damages. */
    static byte[] damaged(List<byte[]> pages, Random random) {
        byte[] page = pages.get(random.nextInt(pages.size()));
        for (int damages = 1 + random.nextInt(4); damages > 0; damages--) {
            byte[] other = pages.get(random.nextInt(pages.size()));
            page = any(List.of(values()), random).to(page, other, random);
            page = page.length > LARGEST ? Arrays.copyOf(page, LARGEST) : page;
        }
        return page;
    }

    private static byte[] inserted(byte[] page, String text, Random random) {
        int at = random.nextInt(page.length + 1);
        return joined(Arrays.copyOf(page, at), text.getBytes(UTF_8), rest(page, at));
    }

    private static byte[] rest(byte[] page, int from) {
        return Arrays.copyOfRange(page, from, page.length);
    }

    private static byte[] times(byte[] stretch, int times) {
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(stretch);
        }
        return all.toByteArray();
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
