//! The floors of the house: `lib.rs` is the drawing, and no import goes up or sideways in it.

use std::collections::BTreeMap;

/// Big libraries and the rooms that may name them.
const LIBRARIES: [(&str, &[&str]); 10] = [
    ("teloxide", &["telegram"]),
    ("axum", &["web"]),
    ("tantivy", &["faq", "matching", "text"]),
    ("sqlx", &["store"]),
    ("fluent_", &["i18n"]),
    ("clap", &["cli", "config"]),
    ("csv", &["tables"]),
    ("calamine", &["tables"]),
    ("rust_xlsxwriter", &["tables"]),
    ("resvg", &["picture"]),
];

/// Rooms with their floor, counted from the roof, as `lib.rs` lists them: a blank line ends a floor.
fn floors() -> BTreeMap<String, usize> {
    let drawing = include_str!("../../src/lib.rs");
    let mut floors = BTreeMap::new();
    let mut floor = 0;
    for line in drawing.lines() {
        if line.trim().is_empty() {
            floor += 1;
        } else if let Some(room) = line.strip_prefix("pub mod ") {
            floors.insert(room.trim_end_matches(';').to_owned(), floor);
        }
    }
    floors
}

/// Every source file with its room.
fn sources() -> Vec<(String, String, String)> {
    let room =
        |file: &str| file.split("/src/").nth(1).unwrap().split('/').next().unwrap().trim_end_matches(".rs").to_owned();
    super::sources::all().into_iter().map(|(file, source)| (room(&file), file, source)).collect()
}

/// Rooms that a source names, as `crate::room` or inside `use crate::{…}`.
fn named(source: &str, rooms: &BTreeMap<String, usize>) -> Vec<String> {
    let code: String = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut word = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    c if depth == 0 && (c.is_alphanumeric() || c == '_') => word.push(c),
                    _ => {
                        if depth == 0 && rooms.contains_key(&word) {
                            found.push(word.clone());
                        }
                        word.clear();
                    }
                }
            }
        } else {
            let word: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if rooms.contains_key(&word) {
                found.push(word);
            }
        }
    }
    found
}

#[test]
fn no_import_goes_up_or_sideways() {
    let rooms = floors();
    assert!(rooms.len() >= 12, "lib.rs lists the rooms: {rooms:?}");
    let mut wrong = Vec::new();
    for (room, file, source) in sources() {
        let Some(own) = rooms.get(&room) else { continue };
        for other in named(&source, &rooms) {
            if other != room && rooms[&other] <= *own {
                wrong.push(format!("{file} ({room}) uses {other}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_big_library_has_its_room() {
    let mut wrong = Vec::new();
    for (room, file, source) in sources() {
        for (library, allowed) in LIBRARIES {
            let names = source.lines().filter(|line| !line.trim_start().starts_with("//")).any(|line| {
                line.match_indices(library).any(|(at, _)| {
                    let before = line[..at].chars().next_back();
                    let inside_word = before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '"' || c == '/');
                    let after = line[at + library.len()..].trim_start_matches(|c: char| c.is_alphanumeric() || c == '_');
                    !inside_word && after.starts_with("::")
                })
            });
            if names && !allowed.contains(&room.as_str()) {
                wrong.push(format!("{file} names {library}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_grows_past_four_hundred_lines() {
    let long: Vec<String> = sources()
        .into_iter()
        .filter(|(_, _, source)| source.lines().count() > 430)
        .map(|(_, file, source)| format!("{file}: {} lines", source.lines().count()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}
