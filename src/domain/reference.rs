//! The number by which people speak of a request: `CL-2026-00042-7`, with a check digit that catches a slip of the finger.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Country;

/// A request's public number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reference {
    pub country: Country,
    pub year: i16,
    /// Counts the requests of a year over all countries, from 1.
    pub number: i64,
}

/// Why a typed reference was not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceProblem {
    /// It does not look like one.
    Shape,
    /// The check digit differs: a digit was mistyped.
    CheckDigit,
}

/// Quasigroup of order 10 of H. M. Damm, "Total anti-symmetrische Quasigruppen" (2004): detects every single wrong digit and
/// every swap of neighbours.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

impl Reference {
    /// The check digit over the country's letters (A = 10 … Z = 35), the year and the number.
    fn check_digit(&self) -> u8 {
        let letters = self.country.code().bytes().flat_map(|letter| {
            let value = letter - b'A' + 10;
            [value / 10, value % 10]
        });
        let digits = format!("{:04}{:05}", self.year, self.number).into_bytes();
        letters
            .chain(digits.into_iter().map(|digit| digit - b'0'))
            .fold(0, |state, digit| DAMM[usize::from(state)][usize::from(digit)])
    }

    /// Reads what a person typed: small letters, spaces or other dashes between the parts, and full-width digits are understood.
    ///
    /// # Errors
    /// [`ReferenceProblem`] says whether the shape or only the check digit is wrong.
    pub fn read(typed: &str) -> Result<Self, ReferenceProblem> {
        let plain: String = typed
            .chars()
            .map(|c| match c {
                '０'..='９' => char::from(b'0' + u8::try_from(u32::from(c) - u32::from('０')).unwrap_or(0)),
                '–' | '—' | '－' | '_' | '/' | ' ' => '-',
                other => other.to_ascii_uppercase(),
            })
            .collect();
        let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
        let [country, year, number, check] = parts[..] else { return Err(ReferenceProblem::Shape) };
        let short = |part: &str, most: usize| part.len() <= most && part.bytes().all(|b| b.is_ascii_digit());
        if !short(year, 4) || !short(number, 12) || !short(check, 1) {
            return Err(ReferenceProblem::Shape);
        }
        let reference = Self {
            country: Country::parse(country).ok_or(ReferenceProblem::Shape)?,
            year: year.parse().map_err(|_| ReferenceProblem::Shape)?,
            number: number.parse().map_err(|_| ReferenceProblem::Shape)?,
        };
        let given: u8 = check.parse().map_err(|_| ReferenceProblem::Shape)?;
        if given == reference.check_digit() { Ok(reference) } else { Err(ReferenceProblem::CheckDigit) }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:04}-{:05}-{}", self.country.code(), self.year, self.number, self.check_digit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Reference {
        Reference { country: Country::Cl, year: 2026, number: 42 }
    }

    #[test]
    fn what_is_shown_reads_back_however_it_is_typed() {
        let shown = sample().to_string();
        assert!(shown.starts_with("CL-2026-00042-"));
        for typed in [shown.clone(), shown.to_lowercase(), shown.replace('-', " "), shown.replace('-', "–")] {
            assert_eq!(Reference::read(&typed), Ok(sample()), "{typed}");
        }
    }

    #[test]
    fn every_single_wrong_digit_and_swap_is_caught() {
        let shown = sample().to_string();
        for (at, was) in shown.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
            for digit in ('0'..='9').filter(|digit| *digit != was) {
                let mut wrong = shown.clone();
                wrong.replace_range(at..=at, &digit.to_string());
                assert_eq!(Reference::read(&wrong), Err(ReferenceProblem::CheckDigit), "{wrong}");
            }
        }
        for at in 8..shown.len() - 3 {
            let mut bytes = shown.clone().into_bytes();
            if bytes[at] != bytes[at + 1] {
                bytes.swap(at, at + 1);
                let wrong = String::from_utf8(bytes).unwrap();
                assert_eq!(Reference::read(&wrong), Err(ReferenceProblem::CheckDigit), "{wrong}");
            }
        }
        assert_eq!(Reference::read("hello"), Err(ReferenceProblem::Shape));
        assert_eq!(Reference::read("CL-2026-00042-77"), Err(ReferenceProblem::Shape));
    }
}
