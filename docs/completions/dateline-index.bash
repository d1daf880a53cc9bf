# bash completion for dateline-index

_dateline_index() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local options='--dry-run --export --check --compact --stats --relink --recognise
    --suggest-aliases --list-formats --help --version
    -d --db -f --format --map --files-from -0 --null --root --set --entities --home --gazetteer --authority -j --jobs --full --retry-failed
    --include --exclude --follow --min-age --wait --mentions --report --progress --strict -q --quiet -v --verbose'
  case $previous in
    -f | --format) mapfile -t COMPREPLY < <(compgen -W "auto $("$1" --list-formats 2>/dev/null | cut -d ' ' -f 1)" -- "$current") ;;
    --entities) mapfile -t COMPREPLY < <(compgen -W 'both text metadata none' -- "$current") ;;
    --progress) mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$current") ;;
    --set) mapfile -t COMPREPLY < <(compgen -S = -W 'publication section language edition' -- "$current") ;;
    -d | --db | --root) mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
    --home | -j | --jobs | --include | --exclude | --min-age | --wait) COMPREPLY=() ;;
    *)
      if [[ $current == -* ]]; then mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
      else mapfile -t COMPREPLY < <(compgen -f -- "$current"); fi
      ;;
  esac
}

complete -o filenames -F _dateline_index dateline-index
