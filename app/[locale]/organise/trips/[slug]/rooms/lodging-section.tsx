import { getTranslations } from "next-intl/server";
import { FoldedForms } from "#components/folded-forms.tsx";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import type { Lodging } from "#domain/lodging/queries.ts";
import { bedsOf } from "#domain/lodging/rules.ts";
import { formatDateShort } from "#lib/dates.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import {
  dropLodging,
  dropRoom,
  keepBeds,
  keepByWishes,
  keepLodging,
  keepRooms,
} from "./actions.ts";
import { BedsForm } from "./beds-form.tsx";
import { lodgingFields, roomFields } from "./fields.ts";

type LodgingSectionProps = {
  lodging: Lodging;
  locale: Locale;
  trip: { tripId: string; slug: string };
};

/** A lodging: its rooms with who sleeps in them, who has no bed, and what can be changed. */
export async function LodgingSection({ lodging, locale, trip }: LodgingSectionProps) {
  const t = await getTranslations("organise.rooms");
  const { id, name, address, firstNight, lastNight, rooms, unassigned } = lodging;
  const beds = rooms.reduce((sum, { kind }) => sum + bedsOf(kind), 0);
  const empty = rooms.filter(({ guests }) => guests.length === 0);
  const nights = {
    first: formatDateShort(firstNight, locale),
    last: formatDateShort(lastNight, locale),
    one: String(firstNight === lastNight),
  };
  const removal = {
    action: dropRoom.bind(null, locale, trip),
    initial: untouched(),
    fields: [
      {
        kind: "select" as const,
        name: "roomId",
        label: t("emptyRoom"),
        options: empty.map((room) => ({ value: room.id, label: room.name })),
      },
    ],
    submit: t("removeRoom"),
    formId: `empty-${id}`,
    idPrefix: `empty-${id}-`,
  };
  return (
    <section id={`lodging-${id}`}>
      <h2>{name}</h2>
      <p>
        {address ? `${address} · ` : ""}
        {t("nights", nights)}
      </p>
      <p className="lead">
        {t("summary", { rooms: rooms.length, beds })}{" "}
        {t("unassigned", { count: unassigned.length })}
      </p>
      {rooms.length ? (
        <BedsForm
          action={keepBeds.bind(null, locale, trip, id)}
          lodgingId={id}
          rooms={rooms.map((room) => ({
            id: room.id,
            name: t("room", { name: room.name, kind: t(`kinds.${room.kind}`) }),
            beds: bedsOf(room.kind),
            guests: room.guests.map(({ registrationId }) => registrationId),
          }))}
          people={[...rooms.flatMap(({ guests }) => guests), ...unassigned].map((guest) => ({
            value: guest.registrationId,
            label: t("guest", {
              name: `${guest.familyName}, ${guest.givenName}`,
              organisation: guest.organisation,
              wish: guest.wish?.mate ? "mate" : (guest.wish?.kind ?? "none"),
              mate: guest.wish?.mate ?? "",
            }),
          }))}
          texts={{ room: t("roomHead"), guests: t("guests"), bed: t("bed"), save: t("saveBeds") }}
        />
      ) : null}
      {rooms.length && unassigned.length ? (
        <RecordForm
          action={keepByWishes.bind(null, locale, trip, id)}
          initial={untouched()}
          fields={[]}
          submit={t("byWishes")}
          quiet
          formId={`wishes-${id}`}
        />
      ) : null}
      <p className="deeds">
        <a href={localePath(locale, `/organise/trips/${trip.slug}/rooms/${id}`)}>
          {t("list")}
          <span className="sr-only">: {name}</span>
        </a>
      </p>
      <FoldedForms
        summary={t("addRooms")}
        of={name}
        forms={[
          {
            action: keepRooms.bind(null, locale, trip, id),
            initial: untouched({ kind: "twin", from: String(rooms.length + 1) }),
            fields: await roomFields(),
            submit: t("saveRooms"),
            formId: `rooms-${id}`,
            idPrefix: `rooms-${id}-`,
          },
          ...(empty.length ? [removal] : []),
        ]}
      />
      <FoldedForms
        summary={t("change")}
        of={name}
        forms={[
          {
            action: keepLodging.bind(null, locale, trip, id),
            initial: untouched({ name, address: address ?? "", firstNight, lastNight }),
            fields: await lodgingFields(),
            submit: t("saveLodging"),
            formId: `change-${id}`,
            idPrefix: `change-${id}-`,
          },
          {
            action: dropLodging.bind(null, locale, trip, id),
            initial: untouched(),
            fields: [],
            submit: t("removeLodging"),
            formId: `remove-${id}`,
          },
        ]}
      />
    </section>
  );
}
