import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { PhotoWish } from "#components/photo-wish.tsx";
import { localePath } from "#lib/locales.ts";
import { CallPage } from "../call-page.tsx";
import { readCall } from "../read-call.ts";
import { wish } from "./actions.ts";

type Props = PageProps<"/[locale]/trips/[slug]/registration/photographs">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registration.photographs");
  return { title: t("title") };
}

/** The wish not to be photographed, to be made and taken back. */
export default async function Photographs({ params, searchParams }: Props) {
  const { locale, call, own, path } = await readCall(params);
  const registration = localePath(locale, path);
  await requirePerson(`${registration}/photographs`);
  if (!own || own.tripCancelledAt) redirect(registration);
  const t = await getTranslations("registration.photographs");
  return (
    <CallPage call={call} locale={locale} below="/photographs" title={t("title")}>
      {(await searchParams).done ? (
        <p className="notice" role="status">
          {t("done")}
        </p>
      ) : null}
      <PhotoWish
        noPhotos={own.noPhotos}
        action={wish.bind(null, locale, call.slug, own.registrationId)}
        back={{ href: registration, label: t("back") }}
      />
    </CallPage>
  );
}
