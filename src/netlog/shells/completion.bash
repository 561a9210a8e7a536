# netlog in bash: completion, nn and netlog_prompt. Made by "netlog shell bash".

__netlog_takes() {
    # What is expected at a place: after an option, or as the argument of that number.
    case ${1-}:${2-} in
    @TAKES@
    *) takes= ;;
    esac
}

__netlog_lists() {
    case ${1-} in
    @LISTS@
    *) found=() ;;
    esac
}

__netlog_names() {
    # Asks the journal; what could be more than a word is left out.
    local name
    found=()
    while IFS= read -r name; do
        case $name in
        '' | -* | *[!a-z0-9-]*) ;;
        *) found+=("$name") ;;
        esac
    done <<<"$(command netlog ${db:+--db "$db"} --names "$1" "$2" 2>/dev/null </dev/null)"
}

__netlog_offer() {
    # Offers what begins as the word does, else everybody who is called so; a longer list leaves the word alone.
    local word
    local -a starting=()
    for word in ${found[@]+"${found[@]}"}; do
        [[ $word == "$cur"* ]] && starting+=("$mark$word")
    done
    if [[ ${#starting[@]} -gt 0 ]]; then
        COMPREPLY=("${starting[@]}")
    elif [[ ${1-} == any && ${#found[@]} -gt 0 ]]; then
        COMPREPLY=("${found[@]/#/$mark}")
        [[ ${#found[@]} -gt 1 ]] && COMPREPLY+=(' ')
    fi
}

_netlog() {
    local IFS=$' \t\n' cur=${COMP_WORDS[COMP_CWORD]-} command='' takes='' place=0 only='' db='' mark='' word i
    local -a found=()
    COMPREPLY=()
    [[ ${COMP_WORDS[0]-} == nn ]] && command=note
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $word == '=' || $word == '@' ]]; then
            continue
        elif [[ -n $takes ]]; then
            [[ $takes == @files && -z $command ]] && db=$word
            takes=''
        elif [[ -z $only && $word == -- ]]; then
            only=arguments
        elif [[ -z $only && $word == -?* ]]; then
            __netlog_takes "$command" "$word"
        elif [[ -z $command ]]; then
            command=$word
        else
            place=$((place + 1))
        fi
    done
    # Bash parts words at = and @, and keeps the @ in what it replaces.
    [[ $cur == '=' ]] && cur=''
    [[ ${2-} == @* ]] && cur=@${cur#@}
    if [[ -z $takes && -z $only && $cur == -* ]]; then
        __netlog_lists "${command:--}"
        __netlog_offer
    elif [[ -z $takes && -z $command ]]; then
        __netlog_lists ''
        __netlog_offer
    elif [[ -z $takes ]]; then
        __netlog_takes "$command" ".$place"
        case $takes:$cur in
        @people:+* | @mentions:+*) takes=@tags mark=+ cur=${cur#+} ;;
        @people:@* | @mentions:@*) takes=@people mark=@ cur=${cur#@} ;;
        @mentions:) takes=@text ;;
        @mentions:*) takes=@people ;;
        esac
    fi
    case $takes in
    @people | @tags | @events | @kinds)
        __netlog_names "${takes#@}" "$cur"
        __netlog_offer any
        ;;
    @files) compopt -o default 2>/dev/null ;;
    '' | @*) ;;
    *)
        read -r -a found <<<"$takes"
        __netlog_offer
        ;;
    esac
    return 0
}

netlog_prompt() {
    # How many people have a reason today, or nothing; another format may be given, such as '(%s) '.
    local was=$? due
    due=$(command netlog due --count 2>/dev/null </dev/null)
    case $due in
    '' | 0 | *[!0-9]*) ;;
    *) printf -- "${1-%s}" "$due" ;;
    esac
    return "$was"
}

complete -F _netlog netlog
@ALIAS@
