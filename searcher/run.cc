#include "searcher/run.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "dateline/calendar.h"
#include "searcher/query/parser.h"
#include "searcher/render/width.h"
#include "searcher/search/search.h"

namespace dateline {

namespace {

constexpr std::size_t kUsualWidth = 80;

std::size_t terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  const auto number = columns ? parse_digits(columns) : std::nullopt;
  return number && *number >= 20 && *number <= 10000 ? *number : kUsualWidth;
}

bool wants_color(When when, bool terminal) {
  if (when != When::automatic) return when == When::always;
  const char* refused = std::getenv("NO_COLOR");
  return terminal && !(refused && *refused);
}

RenderOptions render_options(const Options& options, bool terminal) {
  RenderOptions render;
  render.color = wants_color(options.color, terminal);
  render.width = terminal_width();
  render.fields = options.fields;
  render.facet_rows = options.request.limit == 0 && !options.request.facets.empty();
  return render;
}

void write_answer(Renderer& renderer, Search& search) {
  renderer.begin(search.answer());
  search.each_hit([&](const Hit& hit) { renderer.hit(hit); });
  renderer.end(search.answer());
}

// What only the text and JSON answers have a place for goes beside the output.
void write_notes(const Options& options, const Answer& answer) {
  if (options.format == Format::json || (options.format == Format::text && !options.count)) return;
  for (const std::string& note : answer.query.notes)
    std::cerr << "dateline-search: note: " << clean(note) << "\n";
}

// People get something to look at where nothing holds all their words.
void write_loosened(const Options& options, Archive& archive, Renderer& renderer) {
  Request request = options.request;
  if (options.format != Format::text || options.count || request.limit == 0 || request.match == Match::any ||
      !can_loosen(request.query))
    return;
  request.match = Match::any;
  request.facets.clear();
  request.cursor.clear();
  Search search(archive, request);
  if (search.answer().total == 0) return;
  Answer answer = search.answer();
  answer.loosened = true;
  answer.query.notes.clear();
  answer.query.explanation.clear();
  renderer.begin(answer);
  search.each_hit([&](const Hit& hit) { renderer.hit(hit); });
}

int show(const Options& options, Archive& archive, Output& out, const RenderOptions& render) {
  const auto article = find_article(archive, *options.show, options.request.include_embargoed);
  if (!article) {
    std::cerr << "dateline-search: no article has the id " << clean(*options.show) << "\n";
    return 1;
  }
  if (!options.quiet) show_article(*article, options.format, render, out);
  return 0;
}

int search(const Options& options, Archive& archive, Output& out, const RenderOptions& render) {
  Search search(archive, options.request);
  const bool found = search.answer().total > 0;
  if (options.quiet) return found ? 0 : 1;
  write_notes(options, search.answer());
  const auto renderer = options.count ? make_count_renderer(out) : make_renderer(options.format, render, out);
  write_answer(*renderer, search);
  if (!found) write_loosened(options, archive, *renderer);
  return found ? 0 : 1;
}

}  // namespace

int run(const Options& options) {
  Archive archive(options.archives);
  const bool terminal = isatty(STDOUT_FILENO) == 1;
  const RenderOptions render = render_options(options, terminal);
  std::optional<Pager> pager;
  if (terminal && options.pager && options.format == Format::text && !options.count && !options.quiet)
    pager.emplace();
  Output out(pager ? pager->descriptor() : STDOUT_FILENO);
  const int code = options.show ? show(options, archive, out, render) : search(options, archive, out, render);
  out.flush();
  return code;
}

}  // namespace dateline
