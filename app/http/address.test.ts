import { expect, test } from "vitest";
import { placeOf } from "./address";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "20010db800010002/64"],
  ["2001:db8:1:2:ffff::9", "20010db800010002/64"],
  ["2001:db8:1:3::9", "20010db800010003/64"],
  ["not an address", "unknown"],
  [undefined, "unknown"],
])("%s is counted as %s", (address, place) => {
  expect(placeOf(address)).toBe(place);
});
