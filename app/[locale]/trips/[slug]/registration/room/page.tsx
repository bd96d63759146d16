import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import { ownRoom } from "#domain/lodging/queries.ts";
import { roomKinds } from "#domain/lodging/schema.ts";
import { formatDateShort } from "#lib/dates.ts";
import { localePath } from "#lib/locales.ts";
import { CallPage } from "../call-page.tsx";
import { readCall } from "../read-call.ts";
import { wish } from "./actions.ts";

type Props = PageProps<"/[locale]/trips/[slug]/registration/room">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registration.room");
  return { title: t("title") };
}

/** How one would like to sleep, and where. */
export default async function Room({ params, searchParams }: Props) {
  const { locale, call, path } = await readCall(params);
  const registration = localePath(locale, path);
  const actor = await requirePerson(`${registration}/room`);
  const own = await ownRoom(actor, call.slug);
  if (!own) redirect(registration);
  const t = await getTranslations("registration.room");
  return (
    <CallPage call={call} locale={locale} below="/room" title={t("title")}>
      {(await searchParams).done ? (
        <p className="notice" role="status">
          {t("done")}
        </p>
      ) : null}
      {own.lodgings.map(({ name, firstNight, lastNight }) => (
        <p key={`${name}${firstNight}`} className="lead">
          {t("lodging", {
            name,
            first: formatDateShort(firstNight, locale),
            last: formatDateShort(lastNight, locale),
          })}
        </p>
      ))}
      <RecordForm
        action={wish.bind(null, locale, call.slug, own.registrationId)}
        initial={untouched({ kind: own.wish?.kind ?? "", mate: own.wish?.mate ?? "" })}
        fields={[
          {
            kind: "choices",
            type: "radio",
            name: "kind",
            label: t("kind"),
            options: roomKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
          },
          { kind: "line", name: "mate", label: t("mate"), hint: t("mateHint") },
        ]}
        submit={t("submit")}
        back={{ href: registration, label: t("back") }}
      />
    </CallPage>
  );
}
