/** As whom one can look around in the demo; `role` is said beside the address when it starts. */
export const demoPeople = [
  { email: "rikotaja@latgales-regions.example", role: "organiser" },
  { email: "anna.berzina@kraslavas-novads.example", role: "municipal employee" },
  { email: "grupas.vaditajs@latgales-regions.example", role: "trip leader" },
  { email: "administrators@pieredze.example", role: "administrator" },
  { email: "koordinatore@kraslavas-novads.example", role: "municipality coordinator" },
];
