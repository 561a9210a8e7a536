function nn --description 'Note something quickly in netlog'
    command netlog note $argv
end
complete -c nn -e
complete -c nn -f -a '(__netlog_candidates)'
