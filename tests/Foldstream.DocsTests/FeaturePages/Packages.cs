using System.Reflection;

namespace Foldstream.DocsTests;

/// <summary>What the packages offer.</summary>
internal static class Packages
{
    private static readonly Assembly[] Assemblies =
        [typeof(IEventStore).Assembly, typeof(Sqlite.SqliteEventStore).Assembly, typeof(Postgres.PostgresEventStore).Assembly, typeof(Testing.Scenario).Assembly];

    public static IReadOnlyList<Type> Types { get; } = [.. Assemblies.SelectMany(assembly => assembly.GetExportedTypes())];

    /// <summary>A public type by its name, without the number of its type parameters; null where there is none. <c>[Name]</c> is an attribute.</summary>
    public static Type? Find(string name) =>
        Types.FirstOrDefault(type => type.Name.Split('`')[0] == (name.StartsWith('[') ? $"{name.Trim('[', ']')}Attribute" : name));
}
