import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { NeedsForm } from "#components/needs-form.tsx";
import { needCase } from "#domain/need/queries.ts";
import { localePath } from "#lib/locales.ts";
import { CallPage } from "../call-page.tsx";
import { readCall } from "../read-call.ts";
import { save, withdraw } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("need");
  return { title: t("title") };
}

/** A step of its own after registering, which nobody has to take. */
export default async function Needs({
  params,
  searchParams,
}: PageProps<"/[locale]/trips/[slug]/registration/needs">) {
  const { locale, call, own, now, path } = await readCall(params);
  const registration = localePath(locale, path);
  const actor = await requirePerson(`${registration}/needs`);
  const one = own && (await needCase(actor, own.registrationId, now));
  if (!one) redirect(registration);
  const place = { registrationId: one.registrationId, holderId: one.holderId };
  const t = await getTranslations("need");
  const { done } = await searchParams;
  return (
    <CallPage call={call} locale={locale} below="/needs" title={t("title")}>
      {done === "saved" || done === "withdrawn" ? (
        <p className="notice" role="status">
          {t(`done.${done}`)}
        </p>
      ) : null}
      <p className="lead">{t("lead")}</p>
      <p className="small">{t("who")}</p>
      <NeedsForm
        one={one}
        locale={locale}
        save={save.bind(null, locale, call.slug, place)}
        withdraw={withdraw.bind(null, locale, call.slug, place)}
        back={{ href: registration, label: t("back") }}
      />
    </CallPage>
  );
}
