import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { PageShell } from "#components/page-shell.tsx";
import { RecordForm } from "#components/record-form.tsx";
import { host, hosts } from "#domain/host/queries.ts";
import { recordFacts } from "#domain/record/queries.ts";
import { localePath } from "#lib/locales.ts";
import { requireOrganiser } from "../../../require-organiser.ts";
import { joinHosts } from "../../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.hosts");
  return { title: t("merge") };
}

/** Says what goes over to the record that stays, and asks which one that is. */
export default async function MergeHost({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/hosts/[host]/merge">) {
  const { host: hostId } = await params;
  const path = `/organise/hosts/${hostId}/merge`;
  const { locale, actor } = await requireOrganiser(params, path);
  const [found, facts, known, asked] = await Promise.all([
    host(actor, hostId),
    recordFacts(actor, hostId),
    hosts(actor),
    searchParams,
  ]);
  if (!found || !facts || (found.kind !== "host" && found.kind !== "other")) notFound();
  const t = await getTranslations("organise.hosts");
  const back = localePath(locale, `/organise/hosts/${hostId}`);
  const items = facts.trips.reduce((sum, one) => sum + one.items, 0);
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={back}>{found.name}</a>
      </p>
      <h1>{t("merge")}</h1>
      <p className="lead">
        {t("mergeLead", { name: found.name, items, speakers: found.speakers.length })}
      </p>
      <RecordForm
        action={joinHosts.bind(null, locale, hostId)}
        initial={untouched({ into: String([asked.into].flat()[0] ?? "") })}
        fields={[
          {
            kind: "select",
            name: "into",
            label: t("mergeInto"),
            empty: "–",
            options: known
              .filter(({ id, kind }) => id !== hostId && (kind === "host" || kind === "other"))
              .map(({ id, name, place }) => ({
                value: id,
                label: place ? `${name} (${place})` : name,
              })),
          },
        ]}
        submit={t("mergeNow")}
        back={{ href: back, label: t("keepApart") }}
      />
    </PageShell>
  );
}
