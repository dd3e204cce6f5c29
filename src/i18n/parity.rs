//! The four catalogues held in step: the same ids with the same arguments in each.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

use super::catalogue::{FILES, sources};
use crate::domain::{Lang, Problem, Severity};

/// What a message is called, and the arguments that it takes.
pub type Messages = BTreeMap<String, BTreeSet<String>>;

/// The messages of one language.
///
/// # Errors
/// Every file that does not parse, with its line.
pub fn messages(lang: Lang) -> Result<Messages, Vec<Problem>> {
    let mut found = Messages::new();
    let mut problems = Vec::new();
    for (name, source) in FILES.into_iter().zip(sources(lang)) {
        let file = file_of(lang, name);
        let resource = match parser::parse(source) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    let line = source[..error.pos.start.min(source.len())].lines().count().max(1);
                    problems.push(problem(&file, line, error.kind.to_string()));
                }
                resource
            }
        };
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut arguments = BTreeSet::new();
            if let Some(pattern) = &message.value {
                collect(pattern, &mut arguments);
            }
            let id = message.id.name.to_owned();
            if found.insert(id.clone(), arguments).is_some() {
                problems.push(problem(&file, 0, format!("the message `{id}` stands twice")));
            }
        }
    }
    if problems.is_empty() { Ok(found) } else { Err(problems) }
}

/// Every difference between the catalogues: a message missing somewhere, or one with other arguments.
#[must_use]
pub fn check() -> Vec<Problem> {
    let mut catalogues = Vec::new();
    let mut problems = Vec::new();
    for &lang in Lang::ALL {
        match messages(lang) {
            Ok(found) => catalogues.push((lang, found)),
            Err(found) => problems.extend(found),
        }
    }
    let all: BTreeSet<&String> = catalogues.iter().flat_map(|(_, messages)| messages.keys()).collect();
    for id in all {
        let having: Vec<_> = catalogues.iter().filter_map(|(lang, messages)| Some((lang, messages.get(id)?))).collect();
        for (lang, _) in catalogues.iter().filter(|(_, messages)| !messages.contains_key(id)) {
            problems.push(problem(&file_of(*lang, "*"), 0, format!("the message `{id}` is missing")));
        }
        let most: BTreeSet<&String> = having.iter().flat_map(|(_, arguments)| arguments.iter()).collect();
        for (lang, arguments) in having {
            let lacks: Vec<_> = most.iter().filter(|name| !arguments.contains(**name)).map(|name| name.as_str()).collect();
            if !lacks.is_empty() {
                let what = format!("the message `{id}` does not use {}, which another language does", lacks.join(", "));
                problems.push(problem(&file_of(*lang, "*"), 0, what));
            }
        }
    }
    problems
}

fn file_of(lang: Lang, name: &str) -> PathBuf {
    ["locales", lang.code(), &format!("{name}.ftl")].iter().collect()
}

fn problem(file: &std::path::Path, line: usize, what: String) -> Problem {
    Problem { file: file.to_owned(), line, what, severity: Severity::Error }
}

fn collect(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_expression(expression, arguments);
        }
    }
}

fn collect_expression(expression: &Expression<&str>, arguments: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, arguments),
        Expression::Select { selector, variants } => {
            collect_inline(selector, arguments);
            for variant in variants {
                collect(&variant.value, arguments);
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => collect_expression(expression, arguments),
        InlineExpression::FunctionReference { arguments: given, .. } => {
            for positional in &given.positional {
                collect_inline(positional, arguments);
            }
        }
        _ => {}
    }
}
