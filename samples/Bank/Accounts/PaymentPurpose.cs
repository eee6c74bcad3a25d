namespace Bank;

/// <summary>What a payment is for, where its sender says so.</summary>
public enum PaymentPurpose
{
    /// <summary>Living: rent, food, energy.</summary>
    Household,

    /// <summary>An insurance premium.</summary>
    Insurance,

    /// <summary>A loan's instalment.</summary>
    Loan,

    /// <summary>A pension.</summary>
    Pension,
}
