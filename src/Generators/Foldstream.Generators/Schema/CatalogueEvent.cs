namespace Foldstream.Generators;

/// <summary>An event of the catalogue.</summary>
/// <param name="Schema">What is stored of it.</param>
/// <param name="Type">Its type in code: <c>Bank.AccountOpened</c>.</param>
internal sealed record CatalogueEvent(EventSchema Schema, string Type)
{
    public TreeObject ToTree() => new([new TreeMember("type", new TreeText(Type)), .. SchemaWriting.Of(Schema)]);

    public static CatalogueEvent Of(string name, TreeMember version) =>
        new(SchemaReading.Read(name, version, "type"), version.Value.AsTable().Require("type").AsText());
}
