nn() {
    command netlog note "$@"
}
complete -F _netlog nn
