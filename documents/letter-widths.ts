/**
 * Letters of Ubuntu 400 by how wide they are at most, in thousandths of their size: with the largest gap that kerning
 * puts after them, rounded up to the next twenty.
 */
const lettersByWidth: Record<number, string> = {
  240: " ’",
  260: "':;i·ìíîïĩīĭįı‘",
  280: "!,.Ijl|¡¦ÌÍÎÏĨĪĬĮİĵĺļ‚",
  300: "-ł",
  340: ")]}°",
  360: "²³¹•",
  380: "`¨¯´¸ŀ",
  400: "\\ªľ",
  420: "(/?[rt{¿ŕŗřţťŧ”",
  440: '"f“',
  460: "sºśŝşš„",
  480: "*zźżž",
  500: "J_cy§«»çýÿćĉċčĴŷ–",
  520: "vĳ",
  540: "SaxàáâãäåāăąŚŜŞŠ",
  560: "FLekèéêëēĕėęěķĸĹĻĽĿ",
  580: "$+0123456789<=>^ghnu~¢£¤¥¬±µ×ñ÷ùúûüĝğġģĥħŁńņňŉŋũūŭůűų",
  600: "EZbdopÈÉÊËòóôõöøþđĒĔĖĘĚōŏőŹŻŽ",
  620: "PTqÞðŢŤŦ",
  640: "YÝßŶŸ",
  660: "BCRX¶ÇĆĈĊČŔŖŘ",
  680: "#&GKĜĞĠĢĶ",
  700: "AUVÀÁÂÃÄÅÙÚÛÜĀĂĄŨŪŬŮŰŲ",
  720: "DHĎĤ",
  740: "NÐÑďĐĦŃŅŇ",
  760: "Ŋ",
  780: "OÒÓÔÕÖØĲŌŎŐ",
  800: "Qwŵ",
  820: "©®",
  860: "%æ",
  880: "Mm¼½¾",
  960: "@WÆœŴ",
  1000: "—",
  1020: "Œ",
  1040: "…",
};

const widths = new Map(
  Object.entries(lettersByWidth).flatMap(([width, letters]) =>
    [...letters].map((letter) => [letter, Number(width) / 1000] as const),
  ),
);

/** How wide words on one line are at most, in units of their size; NaN when a letter of them is not known. */
export const widthAtMost = (words: string): number =>
  [...words].reduce((sum, letter) => sum + (widths.get(letter) ?? Number.NaN), 0);
