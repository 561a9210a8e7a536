# netlog in fish: completion, nn and netlog_prompt. Made by "netlog shell fish".

function __netlog_takes
    # What is expected at a place: after an option, or as the argument of that number.
    switch "$argv[1]:$argv[2]"
        @TAKES@
    end
end

function __netlog_lists
    switch "$argv[1]"
        @LISTS@
    end
end

function __netlog_names
    # Asks the journal, from the journal named in front if any; what could be more than a word is left out.
    command -q netlog; or return
    set -l in_front
    test -n "$argv[3]"; and set in_front --db $argv[3]
    command netlog $in_front --names $argv[1] "$argv[2]" 2>/dev/null </dev/null | string match -r '^[a-z0-9][a-z0-9-]*$'
end

function __netlog_candidates
    set -l words (commandline -opc)
    set -l cur (commandline -ct)
    set -l command
    set -l takes
    set -l only
    set -l db
    set -l place 0
    set -l mark ''
    test "$words[1]" = nn; and set command note
    for word in $words[2..-1]
        if test -n "$takes"
            test "$takes" = @files; and test -z "$command"; and set db $word
            set takes
        else if test -z "$only"; and test "$word" = --
            set only arguments
        else if test -z "$only"; and string match -q -- '-?*' $word
            set takes (__netlog_takes "$command" $word)
        else if test -z "$command"
            set command $word
        else
            set place (math $place + 1)
        end
    end
    if test -z "$takes"; and test -z "$only"; and string match -q -- '--*=*' $cur
        set -l halves (string split -m 1 = -- $cur)
        set takes (__netlog_takes "$command" $halves[1])
        set mark $halves[1]=
        set cur $halves[2]
    end
    if test -z "$takes"
        if test -z "$only"; and string match -q -- '-*' $cur
            test -n "$command"; or set command -
            __netlog_lists $command
            return
        else if test -z "$command"
            __netlog_lists ''
            return
        end
        set takes (__netlog_takes "$command" .$place)
        if contains -- "$takes" @people @mentions
            switch "$cur"
                case '+*'
                    set takes @tags
                    set mark +
                case '@*'
                    set takes @people
                    set mark @
                case ''
                    test "$takes" = @mentions; and return
                case '*'
                    set takes @people
            end
            set cur (string sub -s (math 1 + (string length -- $mark)) -- $cur)
        end
    end
    switch "$takes[1]"
        case @people @tags @events @kinds
            __netlog_names (string sub -s 2 -- $takes) "$cur" "$db" | string replace -r '^' -- $mark
        case @files
            __fish_complete_path "$cur"
        case '@*' ''
            return
        case '*'
            printf '%s\n' $mark$takes
    end
end

function netlog_prompt
    # How many people have a reason today, or nothing; another format may be given, such as '(%s) '.
    set -l was $status
    command -q netlog; or return $was
    set -l due (command netlog due --count 2>/dev/null </dev/null)
    set -l format '%s'
    set -q argv[1]; and set format $argv[1]
    string match -qr '^[1-9][0-9]*$' -- "$due"; and printf $format $due
    return $was
end

complete -c netlog -e
complete -c netlog -f -a '(__netlog_candidates)'
@ALIAS@
