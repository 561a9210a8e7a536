unalias nn 2>/dev/null
function nn {
    command netlog note "$@"
}
alias nn='noglob nn'
if (( ${+functions[compdef]} )); then
    compdef _netlog nn
fi
