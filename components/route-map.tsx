import { getTranslations } from "next-intl/server";
import { joinList } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";
import { dotRadius, labelSize, placeLabels } from "./route-map/labels.ts";
import { type Country, countriesOf, frameOf, project, shapeOf } from "./route-map/projection.ts";

type RouteMapProps = {
  /** In order; a place may come again on the way back. */
  route: readonly {
    name: string;
    country: Country;
    kind: "pickup" | "visit";
    latitude: number;
    longitude: number;
  }[];
  locale: Locale;
};

/** Room around the outlines for dots and their border. */
const margin = 12;

/** The route on the outline of the country, drawn on the server, with the same in words below it. */
export async function RouteMap({ route, locale }: RouteMapProps) {
  if (route.length === 0) return null;
  const t = await getTranslations("map");
  const countries = countriesOf(route);
  const { x0, y0, x1, y1 } = frameOf(countries);
  const frame = { x0: x0 - margin, y0: y0 - margin, x1: x1 + margin, y1: y1 + margin };
  const points = route.map((place) => ({ ...place, at: project(place) }));
  const stops = [...Map.groupBy(points, ({ name }) => name).values()].map((visits) => {
    const [first] = visits as [(typeof points)[number]];
    return visits.some(({ kind }) => kind === "visit") ? { ...first, kind: "visit" } : first;
  });
  const namesOf = (kind: string) =>
    stops.filter((stop) => stop.kind === kind).map(({ name }) => name);
  const inWords = points.map(({ name, kind }) =>
    kind === "pickup" ? `${name} (${t("pickup")})` : name,
  );
  const coordinates = points.map(({ at }) => `${at.x.toFixed(1)} ${at.y.toFixed(1)}`);
  return (
    <figure className="route-map">
      <svg
        viewBox={`${frame.x0} ${frame.y0} ${frame.x1 - frame.x0} ${frame.y1 - frame.y0}`}
        role="img"
        aria-labelledby="route-map-title route-map-description"
      >
        <title id="route-map-title">{t("label")}</title>
        <desc id="route-map-description">{t("description", { stops: inWords.join(" – ") })}</desc>
        {countries.map((country) => (
          <path key={country} className="land" d={shapeOf(country)} />
        ))}
        <path className="route" d={`M${coordinates.join("L")}`} />
        {stops.map(({ name, kind, at }) => (
          <circle
            key={name}
            className={kind}
            cx={at.x.toFixed(1)}
            cy={at.y.toFixed(1)}
            r={dotRadius}
          />
        ))}
        {placeLabels(stops, frame).map(({ name, anchor, at }) => (
          <text
            key={name}
            x={at.x.toFixed(1)}
            y={at.y.toFixed(1)}
            textAnchor={anchor}
            dominantBaseline="central"
            fontSize={labelSize}
          >
            {name}
          </text>
        ))}
      </svg>
      <figcaption>
        {(["pickup", "visit"] as const).map((kind) =>
          namesOf(kind).length ? (
            <span key={kind} className={kind}>
              {t(kind === "pickup" ? "pickups" : "visits", {
                places: joinList(namesOf(kind), locale),
              })}
            </span>
          ) : null,
        )}
      </figcaption>
    </figure>
  );
}
