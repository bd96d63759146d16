import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import { type PickupChoices, pickupChoices } from "#domain/travel/queries.ts";
import { formatDayTime } from "#lib/dates.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { CallPage } from "../call-page.tsx";
import { readCall } from "../read-call.ts";
import { choose } from "./actions.ts";

type Props = PageProps<"/[locale]/trips/[slug]/registration/pickup">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registration.pickup");
  return { title: t("title") };
}

/** Where one gets on: chosen until the trip begins, and shown with its time. */
export default async function Pickup({ params, searchParams }: Props) {
  const { locale, call, now, path } = await readCall(params);
  const registration = localePath(locale, path);
  const actor = await requirePerson(`${registration}/pickup`);
  const choices = await pickupChoices(actor, call.slug, now);
  if (!choices) redirect(registration);
  const t = await getTranslations("registration.pickup");
  const chosen = choices.stops.find(({ id }) => id === choices.chosen);
  return (
    <CallPage call={call} locale={locale} below="/pickup" title={t("title")}>
      {(await searchParams).done ? (
        <p className="notice" role="status">
          {t("done")}
        </p>
      ) : null}
      <p className="lead">{chosen ? t("chosen", wordsOf(chosen, locale)) : t("none")}</p>
      {choices.vehicle ? (
        <p>{t("vehicle", { ...driverOf(choices.vehicle), name: choices.vehicle.name })}</p>
      ) : null}
      {choices.open ? (
        <RecordForm
          action={choose.bind(null, locale, call.slug, choices.registrationId)}
          initial={untouched({ pickupId: choices.chosen ?? "" })}
          fields={[
            {
              kind: "choices",
              type: "radio",
              name: "pickupId",
              label: t("stops"),
              hint: t("hint"),
              options: choices.stops.map((stop) => ({
                value: stop.id,
                label: t("option", { ...wordsOf(stop, locale), free: stop.free }),
              })),
            },
          ]}
          submit={t("submit")}
          back={{ href: registration, label: t("back") }}
        />
      ) : (
        <p>{t("closed")}</p>
      )}
    </CallPage>
  );
}

const wordsOf = (stop: PickupChoices["stops"][number], locale: Locale) => ({
  when: formatDayTime(stop.departsAt, locale),
  where: [stop.place, stop.spot].filter(Boolean).join(", "),
});

const driverOf = ({ driverName, driverPhone }: NonNullable<PickupChoices["vehicle"]>) => ({
  driver: [driverName, driverPhone].filter(Boolean).join(", ") || "–",
});
