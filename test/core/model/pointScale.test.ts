/** Scales of points: the same place on another scale. */
import {
  anchoredPoints,
  bandsOn,
  lowEndOf,
  placeOn,
  samplePoint,
  scaleOf,
  widthOn,
  wordsOn,
} from "../../../src/core/model/pointScale";

test("a value keeps its place between the ends, a distance its share of them", () => {
  expect([1, 3, 5].map((value) => placeOn(scaleOf(7), value))).toEqual([1, 4, 7]);
  expect([1, 3, 5].map((value) => placeOn(scaleOf(100), value))).toEqual([0, 50, 100]);
  expect(placeOn(scaleOf(5), 84, scaleOf(100))).toBe(4.36);
  expect([3, 5, 10].map((points) => widthOn(scaleOf(points), 0.5))).toEqual([0.25, 0.5, 1.13]);
});

test("bands lie around the points; marks of 100 have those of marks", () => {
  expect(bandsOn(scaleOf(5)).slice(1)).toEqual([1.5, 2.5, 3.5, 4.5]);
  expect(bandsOn(scaleOf(7)).slice(1)).toEqual([1.75, 3.25, 4.75, 6.25]);
  expect(bandsOn(scaleOf(100)).slice(1)).toEqual([60, 70, 80, 90]);
});

test("the low end is the lowest two of five, and at least the lowest point", () => {
  expect([3, 4, 5, 7, 10].map(lowEndOf)).toEqual([1, 1, 2, 2, 4]);
});

test("words stand at the same places: a short scale leaves some out, a long one leaves points without", () => {
  const words = ["a", "b", "c", "d", "e"];
  expect(wordsOn(words, 3)).toEqual(["a", "c", "e"]);
  expect(wordsOn(words, 4)).toEqual(["a", "b", "d", "e"]);
  expect(wordsOn(words, 5)).toEqual(words);
  expect(wordsOn(words, 7)).toEqual(["a", null, "b", "c", null, "d", "e"]);
});

test("four anchors stand at equal distances, where the scale allows it", () => {
  expect([4, 7, 10, 5].map(anchoredPoints)).toEqual([[1, 2, 3, 4], [1, 3, 5, 7], [1, 4, 7, 10], []]);
});

test("a point of a sample stays off the ends unless words stand beside it", () => {
  expect([1, 2, 3, 4, 5].map((point) => samplePoint(point, 5, 10, true))).toEqual([1, 3, 5, 7, 10]);
  expect([1, 2, 3, 4, 5].map((point) => samplePoint(point, 5, 10, false))).toEqual([5, 5, 5, 7, 9]);
  expect(samplePoint(2, 5, 5, false)).toBe(2);
});
