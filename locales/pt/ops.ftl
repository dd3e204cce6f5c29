## O que está errado: a primeira linha diz o quê, a segunda como resolver

checkup-begun = Verificando o resto. O resultado chega aqui.
checkup-well = Está tudo em ordem.
checkup-faults =
    <b>{ $count ->
        [one] Há um problema.
       *[other] Há { $count } problemas.
    }</b>
fault-token-missing =
    O bot está sem token.
    Peça um ao @BotFather e defina TELOXIDE_TOKEN.
fault-token-refused =
    O Telegram recusou o token.
    Confira TELOXIDE_TOKEN; o @BotFather mostra o atual com /token.
fault-api-unreachable =
    Sem contato com o Telegram: { $why }
    Confira a rede, o proxy e TELOXIDE_API_URL. As mensagens ficam na fila e saem depois.
fault-staff-chat-missing =
    Não há chat da equipe: os casos ficam na fila e ninguém vê.
    Crie um grupo com tópicos, adicione o bot como administrador e informe o número em PUENTE_STAFF_CHAT.
fault-staff-chat-number =
    { $chat } não é número de supergrupo; esses começam com -100.
    Informe em PUENTE_STAFF_CHAT o número do grupo da equipe.
fault-admins-missing =
    Não há administradores: ninguém pode usar /reindex nem /health.
    Informe em PUENTE_ADMINS os números de usuário deles.
fault-admins-number =
    PUENTE_ADMINS tem um número que não é de pessoa.
    Use números de usuário, não de grupos.
fault-not-in-staff-chat =
    O bot não está no chat da equipe { $chat }.
    Adicione-o ao grupo ou corrija PUENTE_STAFF_CHAT.
fault-topics-off =
    O grupo da equipe está sem tópicos: todos os casos ficam em um só chat.
    Ative os tópicos nas configurações do grupo.
fault-cannot-manage-topics =
    O bot não pode gerenciar tópicos no grupo da equipe.
    Torne-o administrador com permissão para gerenciar tópicos.
fault-cannot-pin =
    O bot não pode fixar mensagens no grupo da equipe: as fichas ficam sem fixar.
    Torne-o administrador com permissão para fixar mensagens.
fault-privacy-mode =
    O modo de privacidade do bot está ligado e ele não administra o grupo da equipe: não vê o que se escreve ali.
    Torne-o administrador, ou desligue a privacidade no @BotFather (/setprivacy) e adicione-o de novo ao grupo.
fault-webhook-left =
    Há um webhook definido, mas este bot usa polling: { $url }
    `puente serve` o remove ao iniciar. Se voltar, outro programa usa o mesmo token: pare-o.
fault-webhook-missing =
    Não há webhook definido, mas este bot espera em { $url }
    Reinicie `puente serve`; ele define o webhook.
fault-webhook-elsewhere =
    O webhook aponta para outro lugar: { $url }
    Outro programa usa o mesmo token, ou PUENTE_WEBHOOK_URL mudou: reinicie `puente serve`.
fault-webhook-failing =
    O Telegram não consegue entregar: { $why }
    Confira o certificado e o proxy diante de PUENTE_LISTEN, e se o segredo é o mesmo dos dois lados.
fault-updates-waiting =
    { $count ->
        [one] Uma atualização espera no Telegram.
       *[other] { $count } atualizações esperam no Telegram.
    }
    Veja se `puente serve` está rodando; o Telegram guarda por 24 horas.
fault-clock-skew =
    { $seconds ->
        [one] O relógio desta máquina está { $seconds } segundo fora.
       *[other] O relógio desta máquina está { $seconds } segundos fora.
    }
    Ative a sincronização de hora (timedatectl set-ntp true).
fault-data-readonly =
    Não é possível gravar em { $folder }: { $why }
    Dê permissão de escrita ao usuário do bot, ou libere o disco para escrita.
fault-data-locked =
    Outro programa está segurando o arquivo de dados.
    Feche o que estiver com puente.db aberto, como um visualizador de banco de dados ou uma cópia inacabada.
fault-data-damaged =
    O arquivo de dados está danificado: { $why }
    Pare o bot, guarde a pasta como está e restaure o backup mais recente (puente restore) em uma pasta vazia.
fault-data-newer =
    O arquivo de dados é de uma versão mais nova (esquema { $theirs }; esta conhece o { $ours }).
    Use a versão mais nova, ou restaure um backup feito por esta.
fault-disk-low =
    { $free ->
        [one] Resta só { $free } MiB livre em { $folder }.
       *[other] Restam só { $free } MiB livres em { $folder }.
    }
    Libere espaço; comece pelos backups antigos.
fault-outbox-behind =
    { $count ->
        [one] { $count } mensagem na fila de envio.
       *[other] { $count } mensagens na fila de envio.
    } A mais antiga: { $minutes } min.
    Veja se `puente serve` está rodando e alcança o Telegram.
fault-outbox-parked =
    { $count ->
        [one] { $count } mensagem foi recusada de vez.
       *[other] { $count } mensagens foram recusadas de vez.
    }
    O log diz qual e por quê (outbox.id).
fault-turns-parked =
    { $count ->
        [one] { $count } mensagem recebida falhou; quem escreveu foi avisado.
       *[other] { $count } mensagens recebidas falharam; quem escreveu foi avisado.
    }
    O log diz qual e por quê (update.id); avise os autores do Puente.
fault-leads-unanswered =
    { $count ->
        [one] { $count } caso espera há mais de um dia.
       *[other] { $count } casos esperam há mais de um dia.
    } O mais antigo: { $hours } h.
    A equipe vê com /queue.
fault-backup-none =
    Não há backup em { $folder }.
    Veja se `puente serve` está rodando, se a pasta aceita escrita e o que diz o log.
fault-backup-old =
    O último backup tem { $hours } h.
    Confira o espaço em disco e o que diz o log; `puente backup ARQUIVO` faz um agora.
fault-content =
    { $count ->
        [one] O conteúdo tem { $count } problema: { $first }
       *[other] O conteúdo tem { $count } problemas; o primeiro: { $first }
    }
    `puente check` mostra cada um com arquivo e linha. O índice anterior continua respondendo.
fault-entries-past-review =
    { $count ->
        [one] { $count } resposta está com a revisão vencida.
       *[other] { $count } respostas estão com a revisão vencida.
    }
    Confira as fontes, mude `reviewed` e `review_by` e use /reindex.
fault-index-missing =
    Não há índice de respostas utilizável: { $why }
    `puente reindex` o monta; a próxima partida também.
fault-index-behind =
    { $count ->
        [one] { $count } resposta mudou desde que o índice foi montado.
       *[other] { $count } respostas mudaram desde que o índice foi montado.
    }
    /reindex ou `puente reindex` o atualiza.

## Demais

flood-wait = Chegaram muitas mensagens de uma vez. Espere um minuto, por favor; depois leio o que você escrever.
ban-told = Você não pode mais usar este bot. Se acha que é engano, escreva ao centro.
ban-done = { $user } não pode mais escrever ao bot. /unban { $user } desfaz.
ban-already = { $user } já estava bloqueado.
ban-not-staff = { $user } é da equipe ou administra o bot e não pode ser bloqueado.
ban-whom = Quem? Responda à mensagem com /ban, ou escreva /ban e o número de usuário.
unban-done = { $user } pode escrever de novo.
unban-was-not = { $user } não estava bloqueado.
unban-whom = Quem? Responda à mensagem com /unban, ou escreva /unban e o número de usuário.
