#include "indexer/entities/data/cldr.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>
#include <stdexcept>

#include "indexer/entities/data/facts.h"

namespace dateline::gazetteer {

namespace {

struct Free {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  void operator()(xmlChar* text) const { xmlFree(text); }
};

std::string owned(xmlChar* text) {
  const std::unique_ptr<xmlChar, Free> holder(text);
  return text ? reinterpret_cast<const char*>(text) : "";
}

void walk(xmlNode* first, const char* name, const std::function<void(const XmlElement&)>& use) {
  for (xmlNode* node = first; node; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    if (xmlStrEqual(node->name, reinterpret_cast<const xmlChar*>(name))) {
      const auto attribute = [node](const char* key) {
        return owned(xmlGetProp(node, reinterpret_cast<const xmlChar*>(key)));
      };
      use({attribute, owned(xmlNodeGetContent(node))});
    }
    walk(node->children, name, use);
  }
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

}  // namespace

void each_element(const std::filesystem::path& file, const char* name,
                  const std::function<void(const XmlElement&)>& use) {
  const std::string bytes = read_file(file);
  const std::unique_ptr<xmlDoc, Free> document(xmlReadMemory(
      bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR));
  if (!document) throw std::runtime_error(file.string() + ": not well-formed");
  walk(xmlDocGetRootElement(document.get()), name, use);
}

std::map<std::string, std::string> containers(const std::filesystem::path& cldr) {
  std::map<std::string, std::string> all;
  each_element(cldr / "supplemental/supplementalData.xml", "group", [&](const XmlElement& group) {
    if (group.attribute("status") == "grouping" || group.attribute("grouping") == "true") return;
    for (const std::string& code : split(group.attribute("contains"), ' '))
      all.emplace(code, group.attribute("type"));
  });
  return all;
}

std::string continent_of(std::string code, const std::map<std::string, std::string>& containers) {
  static const std::map<std::string, std::string> kContinents{
      {"002", "Africa"},        {"142", "Asia"},          {"150", "Europe"},
      {"009", "Oceania"},       {"005", "South America"}, {"013", "North America"},
      {"021", "North America"}, {"029", "North America"}, {"AQ", "Antarctica"}};
  for (;;) {
    if (const auto found = kContinents.find(code); found != kContinents.end()) return found->second;
    const auto container = containers.find(code);
    if (container == containers.end()) return {};
    code = container->second;
  }
}

std::string plain_name(std::string name) {
  replace_all(name, "&", "and");
  replace_all(name, "’", "'");
  replace_all(name, "‘", "'");
  return name;
}

}  // namespace dateline::gazetteer
