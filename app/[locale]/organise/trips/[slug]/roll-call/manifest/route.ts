import { getTranslations } from "next-intl/server";
import { currentActor } from "#app/_server/session.ts";
import { rollCallTitle } from "#domain/roll-call/queries.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";

type Address = { params: Promise<{ locale: string; slug: string }> };

/** Lets a phone put the roll call of one trip on its home screen. */
export async function GET(_request: Request, { params }: Address): Promise<Response> {
  const { locale: given, slug } = await params;
  const locale = given as Locale;
  const title = await rollCallTitle(await currentActor(), slug, new Date());
  if (!title) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale, namespace: "rollCall" });
  const address = localePath(locale, `/organise/trips/${slug}/roll-call`);
  const manifest = {
    id: address,
    start_url: address,
    scope: address,
    name: `${t("title")}: ${textIn(locale, title)}`,
    short_name: t("title"),
    lang: locale,
    display: "standalone",
    background_color: "#ffffff",
    theme_color: "#9e3039",
    icons: [
      { src: "/icon.svg", type: "image/svg+xml", sizes: "any", purpose: "any" },
      png("192.png", 192, "any"),
      png("512.png", 512, "any"),
      png("maskable-512.png", 512, "maskable"),
    ],
  };
  return Response.json(manifest, { headers: { "content-type": "application/manifest+json" } });
}

const png = (file: string, size: number, purpose: "any" | "maskable") => ({
  src: `/icons/${file}`,
  type: "image/png",
  sizes: `${size}x${size}`,
  purpose,
});
