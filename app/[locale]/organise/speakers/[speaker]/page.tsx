import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { PageShell } from "#components/page-shell.tsx";
import { RecordForm } from "#components/record-form.tsx";
import { hosts } from "#domain/host/queries.ts";
import { speakerRecord } from "#domain/record/queries.ts";
import { localePath } from "#lib/locales.ts";
import { requireOrganiser } from "../../require-organiser.ts";
import { speakerFields } from "../speaker-fields.ts";
import { dropSpeaker, joinSpeakers, keepSpeaker } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.speakers");
  return { title: t("one") };
}

/** A speaker on record: who it is, for whom they speak, and what can be mended. */
export default async function SpeakerPage({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/speakers/[speaker]">) {
  const { speaker: speakerId } = await params;
  const path = `/organise/speakers/${speakerId}`;
  const { locale, actor } = await requireOrganiser(params, path);
  const [one, known, asked] = await Promise.all([
    speakerRecord(actor, speakerId),
    hosts(actor, { municipalities: true }),
    searchParams,
  ]);
  if (!one) notFound();
  const t = await getTranslations("organise");
  const own = known.find(({ id }) => id === one.organisationId);
  const others = known.flatMap((host) =>
    host.speakers
      .filter(({ id }) => id !== one.id)
      .map(({ id, givenName, familyName }) => ({
        value: id,
        label: `${givenName} ${familyName}`,
        group: host.name,
      })),
  );
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={localePath(locale, `/organise/hosts/${one.organisationId}`)}>
          {own?.name ?? t("hosts.title")}
        </a>
      </p>
      <h1>
        {one.givenName} {one.familyName}
      </h1>
      {asked.done === "merged" ? (
        <p className="notice" role="status">
          {t("hosts.done.merged")}
        </p>
      ) : null}
      <p className="lead">{t("speakers.items", { count: one.items })}</p>
      <RecordForm
        action={keepSpeaker.bind(null, locale, one.id)}
        initial={untouched({
          givenName: one.givenName,
          familyName: one.familyName,
          "role.lv": one.role.lv,
          "role.en": one.role.en ?? "",
          "role.lt": one.role.lt ?? "",
          publicationBasis: one.publicationBasis ?? "",
          organisationId: one.organisationId,
        })}
        fields={[
          ...(await speakerFields()),
          {
            kind: "select",
            name: "organisationId",
            label: t("speakers.organisation"),
            options: known.map(({ id, name, kind }) => ({
              value: id,
              label: name,
              group: t(`hosts.kind.${kind}`),
            })),
          },
        ]}
        submit={t("speakers.save")}
      />
      {others.length ? (
        <RecordForm
          action={joinSpeakers.bind(null, locale, one.id)}
          initial={untouched()}
          fields={[
            {
              kind: "select",
              name: "into",
              label: t("hosts.mergeInto"),
              empty: "–",
              options: others,
            },
          ]}
          submit={t("hosts.mergeNow")}
          formId="merging"
          fold={{ summary: t("speakers.merge"), hint: t("speakers.mergeHint") }}
        />
      ) : null}
      <RecordForm
        action={dropSpeaker.bind(null, locale, one.id, one.organisationId)}
        initial={untouched()}
        fields={[]}
        submit={t("speakers.removeNow")}
        formId="removal"
        fold={{ summary: t("speakers.remove") }}
      />
    </PageShell>
  );
}
