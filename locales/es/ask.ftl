## Una respuesta

entry-gone = Esa respuesta ya no está disponible. Escriba su pregunta o busque en /browse.
answer-reviewed = 🕓 Revisado: { $date }
answer-as-of = Datos al { $date }
answer-uncertain = ⚠ Puede haber cambiado; confirme en la fuente antes de actuar.
answer-past-review = ⚠ Ya venció el plazo para volver a revisar esta respuesta.
answer-not-advice = <i>Orientación general; no es asesoría legal.</i>
answer-other-language = <i>Aún no hay versión en español. Idioma de esta respuesta: { $language }.</i>
answer-title = <b>{ $question }</b>
answer-source-link = 📎 <a href="{ $url }">{ $title }</a>
answer-source = 📎 { $title }

## Varias respuestas, o ninguna

answer-choose = ¿Cuál de estas se acerca más a su pregunta?
answer-choose-next = ¿Será entonces alguna de estas?
answer-unknown-again =
    Tampoco encontré esa respuesta.
    Pruebe con dos o tres palabras clave, por ejemplo <i>visa de trabajo</i>, o envíe su pregunta a una persona del equipo.
answer-unknown =
    No tengo una respuesta revisada para eso, y prefiero no darle una equivocada.
    Puede consultar a una persona del equipo o buscar por temas.

## Votos

vote-thanks = Gracias por decirlo. Si tiene otra pregunta, escríbala.
vote-what-was-missing = ¿Qué le faltó a la respuesta? Escríbalo en un mensaje, o hable con una persona.
vote-missing-noted =
    Gracias, quedó anotado para mejorar las respuestas.
    Si la necesita ahora, una persona puede ayudarle.

## Temas

browse-categories = <b>Elija un tema</b>
browse-category = { $name } ({ $count })
browse-title =
    <b>{ $name }</b>{ $pages ->
        [1] { "" }
       *[other] { " " }· { $page } de { $pages }
    }
    Elija una pregunta:
