"use client";

import type { NumberInput } from "@/lib/model/inputs/declaration";
import { describeNumber, numberText } from "@/lib/value/describe-input";
import { toDigits } from "@/lib/value/format";
import styles from "./fields.module.css";
import type { SliderScale } from "./slider-scale";

interface NumberSliderProps {
  input: NumberInput;
  scale: SliderScale;
  value: number;
  currency: string;
  onSlide: (value: number) => void;
  onLeave: () => void;
}

/** Slides a figure over its usual range, which is written at both ends; any other figure can still be typed. */
export function NumberSlider({ input, scale, value, currency, onSlide, onLeave }: NumberSliderProps) {
  return (
    <div className={styles.slider}>
      <span aria-hidden="true">{numberText(input, toDigits(scale.low, 3))}</span>
      <input
        type="range"
        aria-label={`${input.label}, slider`}
        aria-valuetext={describeNumber(input, value, currency)}
        min={0}
        max={scale.last}
        step={1}
        value={scale.toPlace(value)}
        onChange={(event) => onSlide(scale.toValue(Number(event.currentTarget.value)))}
        onPointerUp={onLeave}
        onBlur={onLeave}
      />
      <span aria-hidden="true">{numberText(input, toDigits(scale.high, 3))}</span>
    </div>
  );
}
