using Foldstream.TestKit;
using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.BaselineRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class MalformedBaselineTests
{
    private const string Head = """{ "format": 1, "events": { "opened": { "1": """;

    public static TheoryData<string, string> Texts => new()
    {
        { "", "a value is expected, and the file ends" },
        { "{|FS0050:n|}ull", "a value is expected, not 'n'" },
        { "{|FS0050:[]|}", "an object is expected" },
        { """{|FS0050:{ "format": 1 }|}""", "'events' is missing" },
        { """{ "format": {|FS0050:2|}, "events": {} }""", "only format 1 is known here: use a package that is as new as the one that wrote the file" },
        { """{ "format": {|FS0050:1.5|}, "events": {} }""", "only whole numbers are expected" },
        { """{ "format": 1, "events": {}, {|FS0050:"more"|}: 1 }""", "'more' is not known; expected are 'format', 'events'" },
        { """{ "format": 1, "events": {} }{|FS0050:}|}""", "the end of the file is expected, not '}'" },
        { """{ "format": 1, {|FS0050:"format"|}: 1, "events": {} }""", "'format' is there twice" },
        { """{ "format": 1, "events": { "opened": { {|FS0050:"0"|}: { "members": {} } } } }""", "'0' is not a version; versions are whole numbers from 1" },
        { Head + """{|FS0050:{}|} } } }""", "'members' is missing" },
        { Head + """{ "members": { "owner": {|FS0050:{}|} } } } } }""", "'type' is missing" },
        { Head + """{ "members": { "owner": { "type": {|FS0050:"#Money"|} } } } } } }""", "no type 'Money' is defined in 'types'" },
        { Head + """{ "members": { "owner": { "type": "string", "required": {|FS0050:1|} } } } } } }""", "true or false is expected" },
        { Head + """{ "members": { "owner": { "type": {|FS0050:{}|} } } } } } }""", "'key' is missing" },
        { Head + """{ "members": {}, "types": { "Color": { "enum": [{|FS0050:1|}] } } } } } }""", "a text is expected" },
        { """{ "format": 1, "events": { "ope{|FS0050:\|}x": {} } }""", "a backslash is followed by what it does not escape" },
        { "{ \"format\": 1, \"ev{|FS0050:\n|}", "a text does not end on its line" },
        { """{ "format" {|FS0050:1|} }""", "':' is expected, not '1'" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task One_error_names_file_place_and_problem(string marked, string problem)
    {
        var text = marked.Length == 0 ? "{|FS0050:|}" : marked;

        var found = await Verify.VerifyAnalyzerAsync(["using Foldstream;\n[Event(\"opened\")] public sealed record Opened(string Owner);", Baselines.File(text)]);

        Assert.Equal($"The schema baseline events/schema.json cannot be read: {problem}", Assert.Single(found).Message());
    }
}
