# netlog in zsh: completion, nn and netlog_prompt. Made by "netlog shell zsh".

function __netlog_takes {
    # What is expected at a place: after an option, or as the argument of that number.
    case $1:$2 in
    @TAKES@
    *) takes= ;;
    esac
}

function __netlog_lists {
    case $1 in
    @LISTS@
    *) found=() about=() ;;
    esac
}

function __netlog_names {
    # Asks the journal; what could be more than a word is left out.
    local name
    found=()
    command netlog ${db:+--db} ${db:+$db} --names $1 "$2" 2>/dev/null </dev/null | while IFS= read -r name; do
        case $name in
        '' | -* | *[^a-z0-9-]*) ;;
        *) found+=("$name") ;;
        esac
    done
}

function _netlog {
    local cur=$PREFIX command='' takes='' only='' db='' word
    local -i place=0
    local -a found about
    [[ ${service-} == nn ]] && command=note
    for word in "${(@)words[2,CURRENT-1]}"; do
        if [[ -n $takes ]]; then
            [[ $takes == @files && -z $command ]] && db=$word
            takes=''
        elif [[ -z $only && $word == -- ]]; then
            only=arguments
        elif [[ -z $only && $word == -?* ]]; then
            __netlog_takes "$command" "$word"
        elif [[ -z $command ]]; then
            command=$word
        else
            place+=1
        fi
    done
    if [[ -z $takes && -z $only && $cur == --*=* ]]; then
        __netlog_takes "$command" "${cur%%=*}"
        compset -P '*='
        cur=${cur#*=}
    fi
    if [[ -z $takes && -z $only && $cur == -* ]]; then
        __netlog_lists "${command:--}"
        compadd -l -d about -a found
    elif [[ -z $takes && -z $command ]]; then
        __netlog_lists ''
        compadd -l -d about -a found
    elif [[ -z $takes ]]; then
        __netlog_takes "$command" ".$place"
        case $takes:$cur in
        @people:+*|@mentions:+*) takes=@tags; compset -P '[+]'; cur=${cur#+} ;;
        @people:@*|@mentions:@*) takes=@people; compset -P '[@]'; cur=${cur#@} ;;
        @mentions:) takes=@text ;;
        @mentions:*) takes=@people ;;
        esac
    fi
    case $takes in
    @people|@tags|@events|@kinds)
        __netlog_names "${takes#@}" "$cur"
        compadd -a found && return
        (( $#found )) || return 1
        compadd -U -a found
        # Several who are called so otherwise: show them, and leave the word alone.
        (( $#found > 1 )) && compstate[insert]='' && compstate[list]='list force'
        return 0
        ;;
    @files) _files ;;
    ''|@*) (( compstate[nmatches] )) ;;
    *)
        found=(${=takes})
        compadd -a found
        ;;
    esac
}

function netlog_prompt {
    # How many people have a reason today, or nothing; another format may be given, such as '(%s) '.
    local -i was=$?
    emulate -L zsh
    local due
    due=$(command netlog due --count 2>/dev/null </dev/null)
    case $due in
    ''|0|*[^0-9]*) ;;
    *) printf -- "${1-%s}" "$due" ;;
    esac
    return was
}

if (( ${+functions[compdef]} )); then
    compdef _netlog netlog
fi
@ALIAS@
