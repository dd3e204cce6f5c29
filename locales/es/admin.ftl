## Respuestas

reindex-begun = Reconstruyendo el índice de respuestas. Aquí avisaré cuando termine.
gaps-none = En los últimos { $days } días no hubo preguntas sin respuesta ni respuestas mal evaluadas.
gaps-line = { $count } × · { $language } · { $asked }
gaps =
    <b>Sin buena respuesta en los últimos { $days } días</b>
    Preguntas sin respuesta o con 👎, de más a menos repetidas.

## Estado

health-entries = <b>Respuestas:</b> { $count } · con revisión vencida: { $past }
health-outbox = <b>Envíos:</b> en espera: { $waiting } · detenidos: { $parked }
health-turns = <b>Mensajes que fallaron:</b> { $parked }
health-leads = <b>Casos en espera:</b> { $waiting }

## Índice

reindex-done =
    <b>El índice nuevo ya está en uso.</b>
    Agregadas: { $added } · cambiadas: { $changed } · retiradas: { $removed } · iguales: { $same } · advertencias: { $warnings }
reindex-refused =
    <b>{ $count ->
        [one] El contenido tiene un problema.
       *[other] El contenido tiene { $count } problemas.
    }</b>
    Sigue en uso el índice anterior. Corrija y repita /reindex.
