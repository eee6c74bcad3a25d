namespace Foldstream.Generators;

/// <summary>How a schema differs from what it was.</summary>
internal enum SchemaChange
{
    MemberRemoved,
    MemberRetyped,
    MemberNewlyRequired,
    MemberNoLongerNullable,
    MemberNoLongerRead,
    EnumMemberRemoved,
    EnumNoLongerFlags,
    DiscriminatorChanged,
    CaseRemoved,

    /// <summary>What was stored can be read as before: from here on, the baseline has only to be told.</summary>
    FirstAddition,

    MemberAdded = FirstAddition,
    MemberNoLongerRequired,
    MemberNowNullable,
    EnumMemberAdded,
    EnumNowFlags,
    CaseAdded,
    ComputedMemberChanged,
    MarksChanged,
}
