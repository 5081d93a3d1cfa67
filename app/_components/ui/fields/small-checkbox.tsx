import { Checkbox } from "@mantine/core";
import { useId } from "react";
import written from "./written-controls.module.css";

interface SmallCheckboxProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

const { root, body, inner, input, icon, labelWrapper, label: words } = Checkbox.classes;

/** Something that is so or not, beside what it narrows. Mantine's Checkbox written out, as SearchField is. */
export function SmallCheckbox({ label, checked, onChange }: SmallCheckboxProps) {
  const id = useId();
  return (
    <div
      className={`${root} mantine-Checkbox-root ${written.checkbox}`}
      data-variant="filled"
      data-size="xs"
      data-label-position="right"
      data-checked={checked || undefined}
    >
      <div className={`${body} mantine-Checkbox-body`}>
        <div className={`${inner} mantine-Checkbox-inner`} data-label-position="right">
          <input
            className={`mantine-focus-auto ${input} mantine-Checkbox-input`}
            data-with-error-styles="true"
            id={id}
            type="checkbox"
            checked={checked}
            onChange={(event) => onChange(event.currentTarget.checked)}
          />
          <svg
            viewBox="0 0 10 7"
            fill="none"
            xmlns="http://www.w3.org/2000/svg"
            aria-hidden="true"
            className={`${icon} mantine-Checkbox-icon`}
          >
            <path d={tick} fill="currentColor" fillRule="evenodd" clipRule="evenodd" />
          </svg>
        </div>
        <div className={`${labelWrapper} mantine-Checkbox-labelWrapper`}>
          <label className={`${words} mantine-Checkbox-label`} htmlFor={id}>
            {label}
          </label>
        </div>
      </div>
    </div>
  );
}

const tick = "M4 4.586L1.707 2.293A1 1 0 1 0 .293 3.707l3 3a.997.997 0 0 0 1.414 0l5-5A1 1 0 1 0 8.293.293L4 4.586z";
