## Tablas para el equipo

export-which =
    <b>¿Qué desea exportar?</b>
    También puede escribirlo: <code>/export requests xlsx</code>. No incluye nombres de organizaciones ni contactos.
button-export-requests = Solicitudes · { $format }
button-export-leads = Casos · { $format }
export-requests =
    { $count ->
        [one] Una solicitud
       *[other] { $count } solicitudes
    }, sin nombres ni contactos. Horas en UTC.
export-leads =
    { $count ->
        [one] Un caso
       *[other] { $count } casos
    }, sin nombres ni contactos. Horas en UTC.
export-in-group = Use /export en el grupo del equipo: los archivos se quedan ahí.
