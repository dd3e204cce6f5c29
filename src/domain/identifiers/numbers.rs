//! Numbers that belong to somebody: telephones, tax and company registers, identity cards, patents. Figures, standards, laws and
//! dates look much like them; what tells them apart is written here, rule by rule.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

fn compiled(patterns: &[&str]) -> Vec<Regex> {
    patterns.iter().map(|pattern| super::pattern(pattern).expect("a pattern written here")).collect()
}

/// Our own request numbers, and CAS numbers of substances: told to everybody.
static SPARED: LazyLock<Vec<Regex>> = LazyLock::new(|| compiled(&[r"\b[a-z]{2}-\d{4}-\d{5}-\d\b", r"\b\d{2,7}-\d{2}-\d\b"]));

/// What is taken out as it stands.
static WHOLE: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    compiled(&[
        // RUT with its dots, CNPJ, CPF.
        r"\b\d{1,2}\s?[.,]\s?\d{3}\s?[.,]\s?\d{3}\s?-\s?[\dk]\b",
        r"\b\d{2}\.?\d{3}\.?\d{3}/\d{4}-?\d{2}\b",
        r"\b\d{3}\.\d{3}\.\d{3}-\d{2}\b",
        // A register's number behind its name.
        r"\b(?:rut|r\.u\.t\.?|run|rol unico tributario|cnpj|cpf|nit|cuit)\b\D{0,8}\d[\d.,\s-]{5,}[\dk]\b",
        // A number spoken digit by digit.
        r"(?:[零一二三四五六七八九幺两]\s?){7,}",
        r"\b(?:(?:cero|uno?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|zero|one|two|three|four|five|six|seven|eight|nine|um|dois|quatro|sete|oito|nove)[\s,-]+){6,}(?:cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|zero|one|two|three|four|five|six|seven|eight|nine|um|dois|quatro|sete|oito|nove)\b",
        // Patents by their forms.
        r"\bpct[\s/]{0,2}[a-z]{2}\s?\d{2,4}[\s/]{0,2}\d{3,7}\b",
        r"\bzl\s?\d[\d\s.]{7,}[\dx]\b",
        r"\b(?:us|ep|wo|cn|cl|br|jp|kr|tw|es|de|mx|ar|pe|au|ca|gb)\s?[-/]?\s?(?:pi|mu)?\s?\d[\d\s.,/-]{4,}\d\s?-?[abcusyt]\d?\b",
        r"\bwo\s?\d{4}[\s/]?\d{5,6}\b",
        r"\bus\s?\d{4}/\d{6,7}\b",
        r"\b(?:cn|us|ep|br|cl|jp|kr)\d{7,13}\b",
        r"\bbr\s?(?:pi|mu|10|20)\s?\d[\d\s]{8,}(?:-\d)?\b",
        // A patent's number behind its word.
        r"(?:patente?s?|invention|专利|申请号|公开号|公告号|授权号|登记号|inapi|inpi|cnipa|uspto)[^\d.;\n]{0,24}(?:n\s?[o°º.]{0,2}|nr\.?|num(?:ero|ber)?|no\.?|#|号|:)\s{0,2}:?\s{0,2}\d[\d.,\s/-]{2,}[\dx]\b",
        r"(?:patente?s?|inapi|inpi|cnipa|专利号?|申请号|公开号|授权号)\s{0,2}:?\s{0,2}(?:[a-z]{2}\s?)?\d{6,}(?:[.-][\dx])?\b",
    ])
});

/// Runs of digits with what people put between them.
static RUN: LazyLock<Regex> =
    LazyLock::new(|| super::pattern(r"\+?\s?\(?\d[\d\s().\-]{4,}\d").expect("a pattern written here"));
static SHORT_RUT: LazyLock<Regex> =
    LazyLock::new(|| super::pattern(r"\b(\d{7,8})\s?-\s?([\dk])\b").expect("a pattern written here"));
static CALLED: LazyLock<Regex> = LazyLock::new(|| {
    super::pattern(r"(?:\btel|telef|\bfono|\bcel\b|celular|movil|phone|mobile|\bcall\b|llam|whats\s?app|\bwsp|\bfax|contact|ligue|ligar|微信|电话|手机|致电|联系|热线|座机|拨打)[^\d\n]{0,16}$")
        .expect("a pattern written here")
});
static STANDARD: LazyLock<Regex> = LazyLock::new(|| {
    super::pattern(r"(?:\b(?:iso|iec|gb|gb/t|nch|astm|din|une|iram|ley|decreto|norma|lei|law|cas|ec|un|hs|ncm|issn|isbn|usd?|clp|cny|rmb|us\$|¥|€)|\$|第)\s?(?:n[o°º.]{0,2})?\s?$")
        .expect("a pattern written here")
});

pub fn spared(skeleton: &str) -> Vec<Range<usize>> {
    let mut spared: Vec<Range<usize>> = Vec::new();
    spared.extend(SPARED[0].find_iter(skeleton).map(|found| found.range()));
    spared.extend(SPARED[1].find_iter(skeleton).filter(|found| is_cas(found.as_str())).map(|found| found.range()));
    spared
}

pub fn find(skeleton: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = WHOLE
        .iter()
        .flat_map(|pattern| pattern.find_iter(skeleton))
        .filter(|found| !only_years(found.as_str()) && !is_a_sum(found.as_str()))
        .map(|found| found.range())
        .collect();
    found.extend(RUN.find_iter(skeleton).filter(|run| is_phone(skeleton, run.range())).map(|run| run.range()));
    found.extend(
        SHORT_RUT
            .captures_iter(skeleton)
            .filter(|rut| rut_check(&rut[1]) == rut[2].chars().next())
            .filter_map(|rut| rut.get(0).map(|rut| rut.range())),
    );
    found.extend(long_codes(skeleton));
    found
}

/// The check digit of a RUT (modulus 11).
fn rut_check(digits: &str) -> Option<char> {
    let sum: u32 = digits
        .chars()
        .rev()
        .zip([2, 3, 4, 5, 6, 7].into_iter().cycle())
        .map(|(c, weight)| c.to_digit(10).unwrap_or(0) * weight)
        .sum();
    match 11 - sum % 11 {
        11 => Some('0'),
        10 => Some('k'),
        digit => char::from_digit(digit, 10),
    }
}

/// A number of the CAS registry has its own check digit.
fn is_cas(text: &str) -> bool {
    let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(10)).collect();
    let Some((check, rest)) = digits.split_last() else { return false };
    let sum: u32 = rest.iter().rev().zip(1..).map(|(digit, place)| digit * place).sum();
    sum % 10 == *check
}

/// 统一社会信用代码 and identity cards: eighteen characters, blanks and dashes between them allowed.
fn long_codes(skeleton: &str) -> Vec<Range<usize>> {
    let chars: Vec<(usize, char)> = skeleton.char_indices().collect();
    let mut found = Vec::new();
    for start in 0..chars.len() {
        if !chars[start].1.is_ascii_alphanumeric() || (start > 0 && chars[start - 1].1.is_ascii_alphanumeric()) {
            continue;
        }
        let (mut code, mut at) = (String::new(), start);
        while let Some((_, c)) = chars.get(at).filter(|_| code.len() < 18) {
            match c {
                c if c.is_ascii_alphanumeric() => code.push(*c),
                ' ' | '-' if code.ends_with(|c: char| c.is_ascii_alphanumeric()) => {}
                _ => break,
            }
            at += 1;
        }
        let ends = chars.get(at).is_none_or(|(_, c)| !c.is_ascii_alphanumeric());
        let register = code.len() == 18
            && code[2..8].bytes().all(|b| b.is_ascii_digit())
            && code.bytes().filter(u8::is_ascii_digit).count() >= 10
            && is_evenly_cut(&skeleton[chars[start].0..chars.get(at).map_or(skeleton.len(), |(byte, _)| *byte)]);
        if register && ends {
            found.push(chars[start].0..chars.get(at).map_or(skeleton.len(), |(byte, _)| *byte));
        }
    }
    found
}

/// Written in one piece or in pieces of one length, as people copy a code; dates with a word between them are not.
fn is_evenly_cut(code: &str) -> bool {
    let pieces: Vec<usize> = code.split([' ', '-']).filter(|piece| !piece.is_empty()).map(str::len).collect();
    pieces.len() == 1 || pieces[..pieces.len() - 1].iter().all(|piece| *piece == pieces[0]) && pieces[0] > 1
}

/// Whether a run of digits is somebody's telephone, or another number that is only theirs.
fn is_phone(skeleton: &str, range: Range<usize>) -> bool {
    let (before, run) = (&skeleton[..range.start], &skeleton[range.clone()]);
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    let groups: Vec<&str> = run.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let near = tail(before, 40);
    if digits.len() > 20 || STANDARD.is_match(near) || only_years(run) || is_date(&groups) {
        return false;
    }
    let called = CALLED.is_match(near) && digits.len() >= 6;
    if called || (run.starts_with('+') && digits.len() >= 8 && !is_a_sum(run)) {
        return true;
    }
    let glued = before.ends_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        || ((before.ends_with(['.', ',', '^', '/'])) && before[..before.len() - 1].ends_with(|c: char| c.is_ascii_digit()));
    if glued || is_figure(run, &groups) {
        return false;
    }
    if groups.len() == 1 {
        return (8..=15).contains(&digits.len()) && !digits.ends_with("0000");
    }
    let area = run.starts_with('(') || digits.starts_with('0');
    let least = if area { 8 } else { 9 };
    let last = groups.last().map_or(0, |group| group.len());
    (least..=15).contains(&digits.len()) && groups.len() <= 6 && last >= 3
}

/// The last `most` bytes of a text, cut between characters.
fn tail(text: &str, most: usize) -> &str {
    let from = (text.len().saturating_sub(most)..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    &text[from..]
}

/// "12.500.000", "1 200 000", "1000-2000", "0.85 - 0.92": quantities and ranges of them.
fn is_figure(run: &str, groups: &[&str]) -> bool {
    let thousands = |figure: &str, by: char| {
        let mut parts = figure.split(by);
        parts.next().is_some_and(|first| (1..=3).contains(&first.len())) && parts.all(|part| part.len() == 3)
    };
    let chunks: Vec<&str> = run
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '(' | ')' | '+'))
        .filter(|chunk| !chunk.is_empty())
        .collect();
    let round = groups.iter().all(|group| group.ends_with('0'));
    let decimal = |chunk: &&str| chunk.split('.').count() == 2 || thousands(chunk, '.');
    round
        || (groups.len() > 1 && groups.iter().enumerate().all(|(n, group)| if n == 0 { group.len() <= 3 } else { group.len() == 3 }) && !run.contains(['(', '-']))
        || (run.contains('.') && chunks.iter().all(|chunk| !chunk.contains('.') || decimal(chunk)) && chunks.iter().any(|chunk| chunk.contains('.')) && !run.contains('('))
        // A list or a range of numbers of the same length, growing.
        || (groups.len() == 2 && groups[0].len() == groups[1].len() && groups[0] < groups[1])
}

/// Only years, as in "2020-2024 2026".
fn only_years(text: &str) -> bool {
    let mut groups = text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).peekable();
    groups.peek().is_some() && groups.all(|group| group.len() == 4 && (group.starts_with("19") || group.starts_with("20")))
}

/// A sum of money or a count with its zeros, as in "US 1.500.000".
fn is_a_sum(text: &str) -> bool {
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    groups.len() >= 2
        && groups.last().is_some_and(|last| *last == "000")
        && !text.ends_with(|c: char| c.is_ascii_alphabetic())
}

fn is_date(groups: &[&str]) -> bool {
    let within = |group: &str, most: u32| group.len() <= 2 && group.parse::<u32>().is_ok_and(|n| (1..=most).contains(&n));
    match groups {
        [year, month, day, ..] if year.len() == 4 => only_years(year) && within(month, 12) && within(day, 31),
        [day, month, year, ..] if year.len() == 4 => only_years(year) && within(month, 12) && within(day, 31),
        [one] if one.len() == 8 => only_years(&one[..4]) && within(&one[4..6], 12) && within(&one[6..], 31),
        _ => false,
    }
}
