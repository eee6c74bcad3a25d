namespace Foldstream.Analyzers;

/// <summary>The ids of the rules. An id is never given twice; each has its page in <c>docs/rules</c>.</summary>
internal static class RuleIds
{
    public const string NotPartial = "FS0001";
    public const string UnhandledEvent = "FS0002";
    public const string HandlerShape = "FS0003";
    public const string DuplicateStoredName = "FS0004";
    public const string MutableEvent = "FS0005";
    public const string ReservedMember = "FS0006";
    public const string UnservableEvent = "FS0007";
    public const string StoredName = "FS0008";
    public const string Category = "FS0009";
    public const string UnservableAggregate = "FS0010";
    public const string DuplicateHandler = "FS0011";
    public const string UnneededIgnores = "FS0012";
    public const string UnstorableMember = "FS0013";
    public const string DeciderShape = "FS0014";
    public const string MissingConverter = "FS0015";
    public const string TakenName = "FS0016";
    public const string ClrName = "FS0017";
    public const string DateTimeMember = "FS0018";
    public const string DerivedAggregate = "FS0019";
    public const string VersionGap = "FS0020";
    public const string BackwardUpcaster = "FS0021";
    public const string DeadUpcaster = "FS0022";
    public const string DuplicateUpcaster = "FS0023";
    public const string UpcasterShape = "FS0024";
    public const string SupersededEvent = "FS0025";
    public const string Ambient = "FS0026";
    public const string InputOutput = "FS0027";
    public const string StaticState = "FS0028";
    public const string Asynchrony = "FS0029";
    public const string ThrowingHandler = "FS0030";
    public const string RaisingHandler = "FS0031";
    public const string StateSetter = "FS0032";
    public const string StateOutsideApply = "FS0033";
    public const string RaiseAfterAwait = "FS0034";
    public const string OutsideEventSet = "FS0035";
    public const string UnusableEventSet = "FS0036";
    public const string TakenModelName = "FS0037";
    public const string ConverterCollision = "FS0038";
    public const string FoldCoverage = "FS0040";
    public const string MalformedBaseline = "FS0050";
    public const string RemovedEvent = "FS0051";
    public const string BrokenMember = "FS0052";
    public const string BrokenEnum = "FS0053";
    public const string BrokenDiscriminator = "FS0054";
    public const string UncoveredVersion = "FS0055";
    public const string OutdatedBaseline = "FS0056";
    public const string NotAwaited = "FS0060";
    public const string AnyAfterLoad = "FS0061";
    public const string UnpassedToken = "FS0062";
}
