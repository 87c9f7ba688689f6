import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guardDisplayName, guardPublicText } from "./name-guard";
import { findPersonalDetails } from "./personal-details";

const marnie = { firstName: "Marnie", surname: "Ashgrove-Teale", birth: "2010-03-14" };
const jo = { firstName: "Jo", surname: "Li", birth: "2009-11-02" };
const seed = { seed: 20261123 };

function found(displayName: string, person: { firstName: string; surname: string; birth: string | null }) {
  return guardDisplayName({ displayName, ...person })
    .map(({ code, blocks }) => `${code}${blocks ? "!" : ""}`)
    .sort();
}

describe("the two of the podcast", () => {
  test.each([
    ["marnie_ashgrove07", ["contains_surname_part!"]],
    ["Marnie", []],
    ["Blue Heron", []],
    ["M4rn13 T3@le", []],
    ["M4rn13 T3ale", ["contains_surname_part!"]],
    ["MARNIEASHGROVETEALE", ["contains_surname!", "contains_surname_part!", "full_name_joined!"]],
    ["Ashgrove Teale, Marnie", ["contains_surname!", "contains_surname_part!", "full_name_joined!"]],
    ["elaetevorghsa", ["surname_reversed!"]],
    ["MAT", ["initials"]],
    ["MA", ["initials"]],
  ])("Marnie Ashgrove-Teale as %j", (displayName, codes) =>
    expect(found(displayName, marnie)).toEqual(codes),
  );

  test.each([
    ["Jolie", ["name_resembles"]],
    ["Jo", []],
    ["Jo Li", ["name_resembles", "short_surname"]],
    ["Lijo", ["name_resembles"]],
    ["J.L.", ["initials"]],
    ["Alison", []],
  ])("Jo Li as %j", (displayName, codes) => expect(found(displayName, jo)).toEqual(codes));
});

test.each([
  ["Anna", "Li", "Annali", ["full_name_joined!"]],
  ["Jo", "Ng", "gnome", []],
  ["Jo", "Hannah", "Hannah", ["contains_surname!"]],
  ["Jo", "Li-Ashgrove", "listen", []],
  ["Jo", "Li-Ashgrove", "Li", ["short_surname"]],
  ["Jo", "Teal-Ashgrove", "tealight", ["contains_surname_part!"]],
  ["Jo", "Teal-Ashgrove", "Teal", ["contains_surname_part!"]],
  ["Jo", "O'Brien", "O Heron", []],
  ["!", "Ng", "N", []],
  ["-", "-", "Heron", []],
])("%s %s as %j", (firstName, surname, displayName, codes) =>
  expect(found(displayName, { firstName, surname, birth: null })).toEqual(codes),
);

test("a surname alone is looked for where no first name is held", () => {
  const person = { firstName: null, surname: "Ng", birth: null };
  expect(guardDisplayName({ displayName: "Ng", ...person })).toEqual([
    { code: "short_surname", blocks: false },
  ]);
});

describe("what else tells who somebody is", () => {
  test.each([
    ["marnie@home.example", "email!"],
    ["call 07700 900123", "phone!"],
    ["+44 7700 900 123", "phone!"],
    ["LS1 4DY gang", "postcode"],
    ["www.marnie.example", "url"],
    ["me on youtube.com", "url"],
    ["@marniepie", "handle"],
    ["Marnie 14/03/2010", "date_of_birth!"],
    ["marnie14032010", "date_of_birth!"],
    ["marnie 2010-03-14", "date_of_birth!"],
    ["marnie 03142010", "date_of_birth!"],
    ["marnie140310", "date_of_birth!"],
    ["marnie2010", "year_of_birth"],
    ["2010 marnie", "year_of_birth"],
    ["07700900123", "phone!"],
    ["123456789", "phone!"],
    ["123456789012345", "phone!"],
    ["me@123.example", "email!"],
    ["EC1A 1BB", "postcode"],
    ["W12 8QQ", "postcode"],
    ["LS14DY", "postcode"],
    ["http://marnie", "url"],
    ["5.tv", "url"],
    ["@4all", "handle"],
  ])("%j: %s", (displayName, code) => expect(found(displayName, marnie)).toContain(code));

  test.each([
    ["Marnie 7"],
    ["Year 9 Marnie"],
    ["marnie2024"],
    ["Marnie & co"],
    ["100 metres"],
    ["Marnie @x"],
  ])("%j tells nothing", (displayName) => expect(found(displayName, marnie)).toEqual([]));

  test.each([["1 2 3 4 5 6 7 8"], ["1234567890123456"]])("%j is no telephone number", (displayName) =>
    expect(found(displayName, marnie)).toEqual([]),
  );

  test("an e-mail address is not told again as a web address", () =>
    expect(found("me@home.com", marnie)).toEqual(["email!"]));

  const nobody = { firstName: "Zed", surname: "Quill", birth: null };
  test.each([
    ["1/2/2011"],
    ["31/1/11"],
    ["1/31/11"],
    ["1 2 2011"],
    ["1.2.11"],
    ["1-2-11"],
    ["on 2011-12-31, I"],
    ["2011/1/2"],
    ["2011.1.2"],
  ])("%j is a full date, whoever's", (displayName) =>
    expect(found(displayName, nobody)).toContain("date_of_birth!"),
  );

  test.each([["101/1/11"], ["1/1/20115"], ["12010"], ["Heron"]])("%j is no date", (displayName) =>
    expect(found(displayName, nobody)).toEqual([]),
  );
});

test.each([
  ["Łucja", "Żółkiewska", "lucja zolkiewska"],
  ["Siân", "Llywelyn", "SIAN LLYWELYN"],
  ["محمد", "الرشيد", "محمد الرشيد"],
  ["Олена", "Ковальчук", "ковальчук"],
  ["आयशा", "शर्माजी", "शर्माजी"],
  ["Nguyễn", "Trường", "truong"],
  ["Ωραία", "Παππάς", "ΠΑΠΠΑΣ"],
  ["İpek", "Yıldırım", "yildirim"],
  ["Søren", "Ærøskøbing", "aeroskobing"],
  ["Jürgen", "Weiß-Groß", "weissgross"],
])("%s %s is known again in %j", (firstName, surname, displayName) => {
  const findings = guardDisplayName({ displayName, firstName, surname, birth: null });
  expect(findings.some(({ blocks }) => blocks)).toBe(true);
});

test("a short surname of another script warns as a word of its own", () => {
  expect(found("王 小明", { firstName: "小明", surname: "王", birth: null })).toContain("name_resembles");
});

const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzáéíóúñçßøłşžаеиоуअआकখগ");
const surname = fc.string({ unit: letter, minLength: 4, maxLength: 12 }).filter((name) => name.length >= 4);
const disguise = fc.record({
  upper: fc.boolean(),
  between: fc.constantFrom("", " ", "_", ".", "-", "·"),
  before: fc.constantFrom("", "xx", "~", "Super "),
  after: fc.constantFrom("", "07", "!", " the Great"),
  digits: fc.boolean(),
});

test("a surname of four letters or more blocks, however it is written", () => {
  fc.assert(
    fc.property(surname, disguise, (name, { upper, between, before, after, digits }) => {
      const spaced = [...name].join(between);
      const cased = upper ? spaced.toUpperCase() : spaced;
      const written = digits ? cased.replace(/o/gi, "0").replace(/[il]/gi, "1").replace(/e/gi, "3") : cased;
      const displayName = `${before}${written}${after}`;
      const findings = guardDisplayName({ displayName, firstName: "Zed", surname: name, birth: null });
      expect(findings).toContainEqual({ code: "contains_surname", blocks: true });
    }),
    seed,
  );
});

test("nothing that anybody types breaks it, and the same is always found", () => {
  const any = fc.string({ unit: "binary", maxLength: 60 });
  fc.assert(
    fc.property(
      any,
      any,
      any,
      fc.constantFrom(null, "2010", "2010-03", "2010-03-14"),
      (shown, first, last, birth) => {
        const person = { displayName: shown, firstName: first, surname: last, birth };
        const findings = guardDisplayName(person);
        expect(guardDisplayName(person)).toEqual(findings);
        expect(new Set(findings.map(({ code }) => code)).size).toBe(findings.length);
        guardPublicText(shown, [{ firstName: first, surname: last }]);
        findPersonalDetails(shown, { allowedDomains: [first], allowedContacts: [last] });
      },
    ),
    { ...seed, numRuns: 500 },
  );
});

describe("titles and captions", () => {
  const young = { firstName: "Anouk", surname: "Young" };
  const people = [
    young,
    { firstName: "Marnie", surname: "Ashgrove-Teale" },
    { firstName: "Ann", surname: null },
    { firstName: "Ann", surname: "-" },
    { firstName: "Anna", surname: "Li" },
    { firstName: "Jo", surname: "Li" },
    { firstName: null, surname: "Birdwhistle" },
    { firstName: "Ada May", surname: "Thrupp" },
  ];
  test.each([
    ["Young Voices", [{ code: "surname_in_text", blocks: false }]],
    ["YOUNG voices", [{ code: "surname_in_text", blocks: false }]],
    ["Anouk Young reads", [{ code: "full_name_in_text", blocks: true }]],
    ["Young, Anouk", [{ code: "full_name_in_text", blocks: true }]],
    ["With anoukyoung live", [{ code: "full_name_in_text", blocks: true }]],
    ["Marnie Ashgrove-Teale live", [{ code: "full_name_in_text", blocks: true }]],
    ["Youngsters and Anoukville", []],
    ["Anouk and friends", []],
    ["Ann", []],
    ["Ann!", []],
    ["Anouk with Miss Young", [{ code: "full_name_in_text", blocks: true }]],
    ["Ada and Miss Thrupp", [{ code: "full_name_in_text", blocks: true }]],
    ["Ashgrove Teale reads", [{ code: "surname_in_text", blocks: false }]],
    ["Ashgrove Lane", []],
    ["Annali live", [{ code: "full_name_in_text", blocks: true }]],
    ["Jolie reads", []],
    ["The Birdwhistle hour", [{ code: "surname_in_text", blocks: false }]],
    ["Ask us anything", []],
  ])("%j", (text, findings) => expect(guardPublicText(text, people)).toEqual(findings));
});
