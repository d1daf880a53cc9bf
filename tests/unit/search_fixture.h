// Small archives on disk for tests of the searcher, laid out as schema.h says.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "dateline/record.h"
#include "dateline/terms.h"

namespace dateline::testing {

// A directory that is removed in the end.
class ScratchDirectory {
 public:
  ScratchDirectory() {
    std::string pattern = (std::filesystem::temp_directory_path() / "dateline-test-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~ScratchDirectory() { std::filesystem::remove_all(path_); }
  ScratchDirectory(const ScratchDirectory&) = delete;
  ScratchDirectory& operator=(const ScratchDirectory&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Writes articles into the databases of one archive.
class ArchiveFixture {
 public:
  explicit ArchiveFixture(std::size_t databases = 1) {
    std::ofstream stub(directory_.path() / "XAPIANDB");
    for (std::size_t i = 0; i < databases; ++i) {
      const std::string name = "part" + std::to_string(i);
      stub << "auto " << name << "\n";
      databases_.emplace_back((directory_.path() / name).string(), Xapian::DB_CREATE);
      databases_.back().set_metadata(kVersionMetadata, std::to_string(kSchemaVersion));
      databases_.back().commit();
    }
  }

  [[nodiscard]] std::string path() const { return directory_.path().string(); }
  Xapian::WritableDatabase& database(std::size_t number = 0) { return databases_[number]; }

  // Adds to each database in turn; visible after commit().
  void add(const Article& article) {
    to_ = &databases_[added_++ % databases_.size()];
    document_ = Xapian::Document();
    position_ = 0;
    language_ = article.language.substr(0, article.language.find('-'));
    texts(article);
    values(article);
    document_.add_boolean_term(term_of(kIdPrefix, article.id));
    document_.set_data(encode_record(article));
    to_->replace_document(term_of(kIdPrefix, article.id), document_);
  }

  void commit() {
    for (Xapian::WritableDatabase& database : databases_) database.commit();
  }

 private:
  void text(const char* field, const std::string& value) {
    const std::string prefix = find_field(field)->text_prefix;
    for_each_word(value, [&](const Word& word) {
      document_.add_posting(word.term, ++position_);
      if (!prefix.empty()) document_.add_posting(prefix + word.term, position_);
      const std::string folded = fold(word.term);
      if (folded != word.term) to_->add_synonym(kVariantKey + folded, word.term);
      if (!language_.empty())
        to_->add_synonym(kFamilyKey + language_ + ":" + fold(Xapian::Stem(language_)(word.term)), word.term);
    });
    position_ += kFieldGap;
  }

  void texts(const Article& a) {
    text("headline", a.headline);
    for (const std::string& below : a.subheadlines) text("headline", below);
    text("abstract", a.abstract);
    for (const Caption& caption : a.captions) text("caption", caption.text), text("credit", caption.credit);
    for (const Byline& byline : a.bylines) text("byline", byline.name);
    text("body", a.body);
  }

  void facet(const char* name, const std::vector<DisplayForm>& forms) {
    const Field& field = *find_field(name);
    std::vector<FacetKey> keys;
    for (const DisplayForm& form : forms) {
      keys.push_back(facet_key(field.kind, form.value));
      document_.add_boolean_term(filter_term(field, form.value));
      document_.add_boolean_term(form_term(keys.back(), form));
      const std::string key = fold_name(form.value);
      for_each_word(key, [&](const Word& word) {
        to_->add_synonym(
            std::string(kNameKey) + kValueKindNames[static_cast<std::size_t>(field.kind)] + ":" + word.term,
            key);
      });
    }
    if (!keys.empty()) document_.add_value(field.slot, facet_slot(keys));
  }

  static std::vector<DisplayForm> labels(const std::vector<std::string>& values) {
    std::vector<DisplayForm> forms;
    for (const std::string& value : values) {
      if (!value.empty()) forms.push_back({value, {}, {}, {}});
    }
    return forms;
  }

  void values(const Article& a) {
    std::vector<std::string> persons, pictured, bylines;
    for (const Person& person : a.persons.value_or(std::vector<Person>{})) {
      persons.push_back(person.name);
      if (std::ranges::count(person.in, TextField::caption)) pictured.push_back(person.name);
    }
    for (const Byline& byline : a.bylines) bylines.push_back(byline.name);
    std::vector<DisplayForm> places;
    for (const Place& place : a.places.value_or(std::vector<Place>{})) {
      for (const std::string& value : place.path)
        places.push_back({value, value, value == place.value ? "city" : "country", place.country});
    }
    facet("person", labels(persons));
    facet("pictured", labels(pictured));
    facet("byline", labels(bylines));
    facet("place", places);
    facet("section", labels({a.section}));
    facet("language", labels({a.language}));
    dates(a);
    if (!a.captions.empty()) document_.add_boolean_term(std::string(kHasPrefix) + "caption");
    if (!a.bylines.empty()) document_.add_boolean_term(std::string(kHasPrefix) + "byline");
  }

  void dates(const Article& a) {
    if (a.updated) document_.add_value(kUpdatedSlot, sortable(*a.updated));
    if (a.embargo) document_.add_value(kEmbargoSlot, sortable(*a.embargo));
    if (!a.published) return;
    const std::string digits = sortable(*a.published);
    document_.add_value(kPublishedSlot, digits);
    document_.add_boolean_term(kYearPrefix + digits.substr(0, 4));
    if (digits.size() >= 6) document_.add_boolean_term(kMonthPrefix + digits.substr(0, 6));
    if (digits.size() >= 8) document_.add_boolean_term(kDayPrefix + digits.substr(0, 8));
    document_.add_boolean_term(std::string(kHasPrefix) + "date");
  }

  ScratchDirectory directory_;
  std::vector<Xapian::WritableDatabase> databases_;
  std::size_t added_ = 0;
  Xapian::WritableDatabase* to_ = nullptr;
  Xapian::Document document_;
  Xapian::termpos position_ = 0;
  std::string language_;
};

// A person named in these fields; mentions are found in the texts by the name itself.
inline Person person(const std::string& name, const Article& in) {
  Person found;
  found.name = name;
  const auto look = [&](TextField field, std::uint32_t index, const std::string& text) {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
      found.mentions.push_back(
          {field, index, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size()), name});
      if (std::ranges::count(found.in, field) == 0) found.in.push_back(field);
      ++found.count;
    }
  };
  look(TextField::headline, 0, in.headline);
  for (std::size_t i = 0; i < in.captions.size(); ++i)
    look(TextField::caption, static_cast<std::uint32_t>(i), in.captions[i].text);
  look(TextField::body, 0, in.body);
  return found;
}

inline Place place(const std::string& name, const std::string& country) {
  Place made;
  made.name = made.value = name;
  made.path = {name, country};
  return made;
}

}  // namespace dateline::testing
