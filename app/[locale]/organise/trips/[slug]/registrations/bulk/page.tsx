import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import type { RecordFieldFacts } from "#components/record-field.tsx";
import { RecordForm } from "#components/record-form.tsx";
import { type BulkKind, bulkKinds } from "#domain/bulk/schema.ts";
import { participantChoices } from "#domain/choice/queries.ts";
import { localePath } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../../own-trip.ts";
import { TripPage } from "../../trip-page.tsx";
import { first, queryOf, readColumns, readFilter, viewOf } from "../read-filter.ts";
import { beginBulk } from "./actions.ts";
import { chosenIds } from "./chosen.ts";
import { PastOfChosen } from "./past-of-chosen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.bulk");
  return { title: t("title") };
}

/** Says to how many people what will be done, and asks for what it takes. */
export default async function Bulk({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/trips/[slug]/registrations/bulk">) {
  const { locale, actor, trip, path } = await requireOwnTrip(params, "/registrations/bulk");
  const asked = await searchParams;
  const kind = bulkKinds.find((one) => one === first(asked.kind)) ?? "notice";
  const ids = await chosenIds(actor, trip.tripId, asked);
  const t = await getTranslations("organise.bulk");
  const list = await getTranslations("organise.registrations");
  const view = viewOf(readFilter(asked), readColumns(asked));
  const back = localePath(locale, `/organise/trips/${trip.slug}/registrations${queryOf(view)}`);
  const choices = kind === "pickup" ? await participantChoices(actor, trip.slug) : null;
  const selection = { kind, all: first(asked.who) === "all", view, ids };
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={t(`kind.${kind}`)}
      back={{ href: back, label: list("title") }}
    >
      {ids.length === 0 ? (
        <p className="lead">{t("nobody")}</p>
      ) : (
        <>
          <p className="lead">{t(`will.${kind}`, { count: ids.length })}</p>
          {kind === "confirm" ? (
            <PastOfChosen actor={actor} tripId={trip.tripId} ids={ids} />
          ) : null}
          <RecordForm
            action={beginBulk.bind(
              null,
              locale,
              { tripId: trip.tripId, slug: trip.slug },
              selection,
            )}
            initial={untouched()}
            fields={fieldsOf(kind, t, choices?.pickups ?? [])}
            submit={t("submit", { kind, count: ids.length })}
            back={{ href: back, label: t("back") }}
          />
        </>
      )}
    </TripPage>
  );
}

type Texts = Awaited<ReturnType<typeof getTranslations<"organise.bulk">>>;

function fieldsOf(
  kind: BulkKind,
  t: Texts,
  pickups: { id: string; name: string }[],
): RecordFieldFacts[] {
  if (kind === "confirm" || kind === "withdraw") {
    return [{ kind: "text", name: "reason", label: t("reason"), hint: t("reasonHint"), rows: 3 }];
  }
  if (kind === "pickup") {
    const options = pickups.map(({ id, name }) => ({ value: id, label: name }));
    return [{ kind: "select", name: "pickupId", label: t("pickup"), options, empty: "–" }];
  }
  return [
    { kind: "line", name: "subject", label: t("subject") },
    { kind: "text", name: "text", label: t("text"), hint: t("textHint"), rows: 8 },
  ];
}
