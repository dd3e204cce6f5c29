## Qué anda mal: la primera línea dice qué, la segunda cómo arreglarlo

checkup-begun = Reviso todo lo demás y aviso aquí.
checkup-well = Todo está en orden.
checkup-faults =
    <b>{ $count ->
        [one] Hay un problema.
       *[other] Hay { $count } problemas.
    }</b>
fault-token-missing =
    El bot no tiene token.
    Pídalo a @BotFather y póngalo en TELOXIDE_TOKEN.
fault-token-refused =
    Telegram rechaza el token.
    Revise TELOXIDE_TOKEN; @BotFather muestra el vigente con /token.
fault-api-unreachable =
    No hay conexión con Telegram: { $why }
    Revise la red, el proxy y TELOXIDE_API_URL. Los mensajes esperan y salen después.
fault-staff-chat-missing =
    Falta el chat del equipo: los casos esperan y nadie los ve.
    Cree un grupo con temas, agregue el bot como administrador y ponga su número en PUENTE_STAFF_CHAT.
fault-staff-chat-number =
    { $chat } no es el número de un supergrupo; esos empiezan con -100.
    Ponga en PUENTE_STAFF_CHAT el número del grupo del equipo.
fault-admins-missing =
    No hay administradores: nadie puede usar /reindex ni /health.
    Ponga en PUENTE_ADMINS sus números de usuario de Telegram.
fault-admins-number =
    En PUENTE_ADMINS hay un número que no es de una persona.
    Escriba ahí números de usuario, no de grupos.
fault-not-in-staff-chat =
    El bot no está en el chat del equipo { $chat }.
    Agréguelo al grupo o corrija PUENTE_STAFF_CHAT.
fault-topics-off =
    El grupo del equipo no tiene temas: todos los casos quedan en un mismo chat.
    Active los temas en los ajustes del grupo.
fault-cannot-manage-topics =
    El bot no puede gestionar los temas del grupo del equipo.
    Hágalo administrador con permiso para gestionar temas.
fault-cannot-pin =
    El bot no puede fijar mensajes en el grupo del equipo: las fichas quedan sin fijar.
    Hágalo administrador con permiso para fijar mensajes.
fault-privacy-mode =
    El bot tiene activo el modo de privacidad y no administra el grupo del equipo: no ve lo que ahí se escribe.
    Hágalo administrador, o desactive la privacidad en @BotFather (/setprivacy) y vuelva a agregarlo al grupo.
fault-webhook-left =
    Hay un webhook puesto, pero este bot consulta por su cuenta: { $url }
    `puente serve` lo quita al partir. Si reaparece, otro programa usa el mismo token: deténgalo.
fault-webhook-missing =
    No hay webhook puesto, pero este bot espera en { $url }
    Reinicie `puente serve`: al partir lo pone.
fault-webhook-elsewhere =
    El webhook apunta a otra parte: { $url }
    Otro programa usa el mismo token, o cambió PUENTE_WEBHOOK_URL: reinicie `puente serve`.
fault-webhook-failing =
    Telegram no logra entregar: { $why }
    Revise el certificado y el proxy delante de PUENTE_LISTEN, y que el secreto sea el mismo en ambos lados.
fault-updates-waiting =
    { $count ->
        [one] En Telegram espera una actualización.
       *[other] En Telegram esperan { $count } actualizaciones.
    }
    Verifique que `puente serve` esté corriendo; Telegram las guarda 24 horas.
fault-clock-skew =
    { $seconds ->
        [one] El reloj de esta máquina está corrido un segundo.
       *[other] El reloj de esta máquina está corrido { $seconds } segundos.
    }
    Active la sincronización horaria (timedatectl set-ntp true).
fault-data-readonly =
    No se puede escribir en { $folder }: { $why }
    Dé permiso de escritura al usuario del bot, o deje el disco otra vez en modo de escritura.
fault-data-locked =
    Otro programa tiene tomado el archivo de datos.
    Cierre lo que tenga abierto puente.db, por ejemplo un visor de bases de datos o una copia a medias.
fault-data-damaged =
    El archivo de datos está dañado: { $why }
    Detenga el bot, guarde la carpeta tal como está y recupere el último respaldo (puente restore) en una carpeta vacía.
fault-data-newer =
    El archivo de datos es de una versión más nueva (esquema { $theirs }; esta conoce el { $ours }).
    Use la versión más nueva, o recupere un respaldo hecho con esta.
fault-disk-low =
    { $free ->
        [one] Queda solo 1 MiB libre en { $folder }.
       *[other] Quedan solo { $free } MiB libres en { $folder }.
    }
    Libere espacio; primero pueden salir los respaldos antiguos.
fault-outbox-behind =
    { $count ->
        [one] Hay un mensaje por enviar.
       *[other] Hay { $count } mensajes por enviar.
    } El más antiguo: { $minutes } min.
    Verifique que `puente serve` esté corriendo y llegue a Telegram.
fault-outbox-parked =
    { $count ->
        [one] Un mensaje fue rechazado definitivamente.
       *[other] { $count } mensajes fueron rechazados definitivamente.
    }
    El registro dice cuál y por qué (outbox.id).
fault-turns-parked =
    { $count ->
        [one] Un mensaje recibido falló; se avisó a quien lo escribió.
       *[other] { $count } mensajes recibidos fallaron; se avisó a quienes los escribieron.
    }
    El registro dice cuál y por qué (update.id); infórmelo a los autores de Puente.
fault-leads-unanswered =
    { $count ->
        [one] Un caso lleva más de un día en espera.
       *[other] { $count } casos llevan más de un día en espera.
    } El más antiguo: { $hours } h.
    El equipo los ve con /queue.
fault-backup-none =
    No hay ningún respaldo en { $folder }.
    Verifique que `puente serve` esté corriendo, que se pueda escribir en la carpeta y qué dice el registro.
fault-backup-old =
    El último respaldo tiene { $hours } h.
    Revise el espacio en disco y lo que dice el registro; `puente backup ARCHIVO` hace uno ahora.
fault-content =
    { $count ->
        [one] El contenido tiene un problema: { $first }
       *[other] El contenido tiene { $count } problemas; el primero: { $first }
    }
    `puente check` indica cada uno con archivo y línea. El índice anterior sigue respondiendo.
fault-entries-past-review =
    { $count ->
        [one] Una respuesta tiene la revisión vencida.
       *[other] { $count } respuestas tienen la revisión vencida.
    }
    Revise las fuentes, cambie `reviewed` y `review_by`, y luego /reindex.
fault-index-missing =
    No hay un índice de respuestas utilizable: { $why }
    `puente reindex` lo construye; también el próximo inicio.
fault-index-behind =
    { $count ->
        [one] Una respuesta cambió desde que se construyó el índice.
       *[other] { $count } respuestas cambiaron desde que se construyó el índice.
    }
    /reindex o `puente reindex` lo pone al día.

## Demasiado

flood-wait = Llegaron muchos mensajes de una vez. Espere un minuto, por favor; después leo lo que escriba.
ban-told = Ya no puede usar este bot. Si cree que es un error, escriba al centro.
ban-done = { $user } ya no puede escribir al bot. /unban { $user } lo revierte.
ban-already = { $user } ya estaba bloqueado.
ban-not-staff = { $user } es del equipo o administra el bot: no se puede bloquear.
ban-whom = ¿A quién? Responda a su mensaje con /ban, o escriba /ban y el número de usuario.
unban-done = { $user } puede escribir de nuevo.
unban-was-not = { $user } no estaba bloqueado.
unban-whom = ¿A quién? Responda a su mensaje con /unban, o escriba /unban y el número de usuario.
