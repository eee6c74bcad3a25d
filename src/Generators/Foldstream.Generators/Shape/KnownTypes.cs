namespace Foldstream.Generators;

/// <summary>The metadata names of the attributes that users write, and of what their handlers take.</summary>
internal static class KnownTypes
{
    public const string EventAttribute = "Foldstream.EventAttribute";
    public const string EventJsonAttribute = "Foldstream.EventJsonAttribute";
    public const string EventValueAttribute = "Foldstream.EventValueAttribute";
    public const string AggregateAttribute = "Foldstream.AggregateAttribute";
    public const string DeciderAttribute = "Foldstream.DeciderAttribute";
    public const string ProjectionAttribute = "Foldstream.ProjectionAttribute";
    public const string SubscriptionAttribute = "Foldstream.SubscriptionAttribute";
    public const string ProjectorAttribute = "Foldstream.ProjectorAttribute";
    public const string KeyAttribute = "Foldstream.KeyAttribute";
    public const string DeletesDocumentAttribute = "Foldstream.DeletesDocumentAttribute";
    public const string IndexAttribute = "Foldstream.IndexAttribute";
    public const string SnapshotAttribute = "Foldstream.SnapshotAttribute";
    public const string SnapshotPolicy = "Foldstream.SnapshotPolicy";
    public const string EventSetAttribute = "Foldstream.EventSetAttribute";
    public const string EventContext = "Foldstream.EventContext";
    public const string IgnoresAttribute = "Foldstream.IgnoresAttribute`1";
    public const string FoldVersionAttribute = "Foldstream.FoldVersionAttribute";
    public const string UpcastAttribute = "Foldstream.UpcastAttribute";
    public const string EventModelAttribute = "Foldstream.EventModelAttribute";
    public const string TypedEvent = "Foldstream.TypedEvent";
    public const string JsonConverterAttribute = "System.Text.Json.Serialization.JsonConverterAttribute";
    public const string JsonDerivedTypeAttribute = "System.Text.Json.Serialization.JsonDerivedTypeAttribute";
    public const string GeneratedRegexAttribute = "System.Text.RegularExpressions.GeneratedRegexAttribute";
}
