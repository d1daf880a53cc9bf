#include "indexer/archive/report.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>

namespace dateline {

namespace {

Json member_or_null(const FileFault& fault) { return detail::text_or_null(fault.member); }

Json to_json(const LocatedFault& located) {
  const Diagnostic& d = located.fault.diagnostic;
  return {{"path", located.path}, {"member", member_or_null(located.fault)},
          {"line", d.line},       {"column", d.column},
          {"code", d.code},       {"message", d.message},
          {"new", located.is_new}};
}

Json to_json(const std::string& code, const RunReport::Warnings& warnings) {
  Json examples = Json::array();
  for (const LocatedFault& e : warnings.examples) {
    const Diagnostic& d = e.fault.diagnostic;
    examples.push_back({{"path", e.path},
                        {"member", member_or_null(e.fault)},
                        {"line", d.line},
                        {"column", d.column},
                        {"message", d.message}});
  }
  return {{"code", code}, {"count", warnings.count}, {"examples", examples}};
}

// Names and messages come from outside: on a terminal their control characters would be commands.
std::string harmless(std::string line) {
  std::ranges::replace_if(
      line, [](unsigned char c) { return c < 0x20 || c == 0x7F; }, '?');
  return line;
}

}  // namespace

std::string to_line(const LocatedFault& located) {
  const Diagnostic& d = located.fault.diagnostic;
  std::string line = located.path;
  if (!located.fault.member.empty()) line += "!" + located.fault.member;
  if (d.line > 0)
    line += ":" + std::to_string(d.line) + ":" + std::to_string(std::max<std::uint64_t>(d.column, 1));
  return harmless(line + ": " + name_of(d.severity) + ": " + d.message + " [" + d.code + "]");
}

void RunReport::warn(const std::string& path, FileFault fault) {
  Warnings& same = warnings[fault.diagnostic.code];
  ++same.count;
  if (same.examples.size() < kExamplesPerWarning) same.examples.push_back({path, std::move(fault), true});
}

Json to_json(const RunReport& r) {
  Json json{{"schema", kReportSchema}, {"archive", detail::text_or_null(r.archive)},
            {"started", r.started},    {"seconds", r.seconds},
            {"exit", r.exit},          {"error", detail::text_or_null(r.error)}};
  json["files"] = {{"seen", r.files.read + r.files.unchanged + r.files.failed},
                   {"read", r.files.read},
                   {"unchanged", r.files.unchanged},
                   {"ignored", r.files.ignored},
                   {"failed", r.files.failed},
                   {"removed", r.files.removed}};
  json["articles"] = {{"added", r.articles.added},
                      {"updated", r.articles.updated},
                      {"unchanged", r.articles.unchanged},
                      {"deleted", r.articles.deleted},
                      {"skipped", r.articles.skipped},
                      {"undated", r.articles.undated},
                      {"without_model", r.articles.without_model}};
  json["bytes_read"] = r.bytes_read;
  json["total_articles"] = r.total_articles;
  json["failures"] = Json::array();
  for (const LocatedFault& failure : r.failures) json["failures"].push_back(to_json(failure));
  json["warnings"] = Json::array();
  for (const auto& [code, warnings] : r.warnings) json["warnings"].push_back(to_json(code, warnings));
  return json;
}

void write_report(const RunReport& report, const std::string& file) {
  const std::string text = dump(to_json(report)) + "\n";
  if (file == "-") {
    std::cout << text << std::flush;
    return;
  }
  const std::string temporary = file + ".new";
  std::ofstream out(temporary, std::ios::binary);
  out << text;
  out.close();
  if (!out) throw std::system_error(errno, std::generic_category(), temporary);
  std::filesystem::rename(temporary, file);
}

}  // namespace dateline
