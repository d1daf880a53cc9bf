# bash completion for dateline-search

_dateline_search() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local options='-d --db --person --pictured --place --city --country --continent --organisation --byline --section
    --publication --keyword --language --date --facet --facet-prefix --match -s --sort --include-embargoed -n --limit
    --offset --cursor -o --output --fields -c --count --show --explain --exact -F --plain --color --no-pager -q --quiet
    --schema --help --version'
  local facets='person pictured place city country continent organisation byline section publication keyword language
    date date:century date:decade date:year date:month date:week date:day'
  case $previous in
    -d | --db) mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
    --facet) mapfile -t COMPREPLY < <(compgen -W "$facets" -- "$current") ;;
    --match) mapfile -t COMPREPLY < <(compgen -W 'all any' -- "$current") ;;
    -s | --sort) mapfile -t COMPREPLY < <(compgen -W 'relevance newest oldest archive' -- "$current") ;;
    -o | --output) mapfile -t COMPREPLY < <(compgen -W 'text json ndjson csv ids articles' -- "$current") ;;
    --color) mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$current") ;;
    *) [[ $current == -* ]] && mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current") ;;
  esac
}

complete -o filenames -F _dateline_search dateline-search
